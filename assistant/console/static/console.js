// What is live on a page of the console: whether the list has changed since it was shown.
const head = document.querySelector("[data-rows]");
const link = head?.querySelector(".fresh-line a");
const EVERY = 10_000; // milliseconds

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch("/console/live", { redirect: "error" });
    if (!answer.ok) return;
    const now = await answer.json();
    const same = String(now.rows) === head.dataset.rows && String(now.newest) === head.dataset.newest;
    link.hidden = same;
  } catch {
    // Signed out, or the server is away: the page says so when it is next asked for.
  }
}

if (link) {
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}
