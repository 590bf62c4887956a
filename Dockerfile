FROM python:3.11-slim-bookworm AS build
COPY requirements.txt .
RUN python -m venv /venv
RUN /venv/bin/pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements.txt
RUN /venv/bin/pip uninstall --yes --quiet pip setuptools

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --home-dir /data assistant
RUN install -d -m 700 -o assistant -g assistant /data /backups
COPY --from=build /venv /venv
COPY assistant /app/assistant
COPY flows /app/flows
COPY storage /app/storage
COPY locales /app/locales
RUN /venv/bin/python -m compileall -q /app
WORKDIR /app
USER assistant
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 HOST=0.0.0.0 PORT=8000
ENV DATABASE_URL=sqlite:////data/assistant.db BACKUP_TO=/backups
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health', timeout=5)"]
CMD ["python", "-m", "assistant", "serve"]
