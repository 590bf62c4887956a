"""What keeps an installation running: settings, log, health, metrics, server, backups."""
