// The simulated phones: one stream for the page, one thread per phone.

const LANGUAGES = { en: "English", es: "Español", fr: "Français", pt: "Português" };
const NAMES = {
  en: ["Maya", "Jordan", "Amara", "Owen"], es: ["Lucía", "Mateo", "Ximena", "Joaquín"],
  fr: ["Chloé", "Mehdi", "Zoë", "Théo"], pt: ["João", "Inês", "Luana", "Rui"],
};
const KINDS = { photo: "Photo", sticker: "Sticker", voice: "Voice note" };
const STATES = {
  sending: "Sending", retrying: "Trying again", failed: "Not sent",
  received: "Received", answered: "Read and answered",
};
const RETRIES = [0, 1000, 2000, 4000]; // milliseconds before each attempt
const GIVE_UP = 15000;

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const pick = (list) => list[Math.floor(Math.random() * list.length)];
const digits = (count) => Array.from({ length: count }, () => pick("0123456789")).join("");
const sleep = (time) => new Promise((done) => setTimeout(done, time));
const clock = (at) => at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const phones = new Map();

// Numbers that are kept for fiction where a country has such, made up elsewhere.
const NUMBERS = {
  en: () => `+1${pick(["212", "312", "415", "617", "305", "206", "713", "404"])}55501${digits(2)}`,
  es: () => `+3461234${digits(4)}`,
  fr: () => `+3363998${digits(4)}`, // https://www.arcep.fr: 06 39 98 is for films and books
  pt: () => `+551196123${digits(4)}`,
};

function newId() { // crypto.randomUUID exists on secure origins only
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

function dayName(at) {
  const today = new Date(), yesterday = new Date(today - 864e5);
  if (at.toDateString() === today.toDateString()) return "Today";
  if (at.toDateString() === yesterday.toDateString()) return "Yesterday";
  return at.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
}

class Phone {
  constructor({ kind, address, language, name }) {
    Object.assign(this, { kind, address, language, name, key: `${kind}:${address}` });
    this.messages = new Map(); // by our own id, or by the server's when it is not ours
    this.nodes = new Map();
    this.queue = Promise.resolve();
    this.root = copy("phone");
    this.log = one(".thread", this.root);
    this.input = one("textarea", this.root);
    this.dress();
    this.listen();
  }

  get title() { return this.name || this.address; }

  dress() {
    this.root.dataset.kind = this.kind;
    const telegram = this.kind === "telegram";
    one(".owner-name", this.root).textContent = this.title;
    one(".owner-about", this.root).textContent =
      `${telegram ? "Telegram" : "SMS"} · ${LANGUAGES[this.language]}`;
    one(".contact-about", this.root).textContent = telegram ? "bot" : "text message";
    one(".remove", this.root).ariaLabel = `Remove the phone of ${this.title}`;
    this.root.ariaLabel = `Phone of ${this.title}`;
    this.log.ariaLabel = `Messages of ${this.title}`;
    this.input.ariaLabel = `Message from ${this.title}`;
  }

  listen() {
    const attach = one(".attach", this.root);
    this.root.addEventListener("click", ({ target }) => {
      const { text, token, attachment, again } = target.closest("button")?.dataset ?? {};
      if (text) this.say({ text });
      if (token) this.press(token, target.closest("button").textContent);
      if (attachment) this.say({ text: "", attachment });
      if (again) this.deliver(this.messages.get(again));
      if (attachment) attach.open = false;
      if (text || attachment) this.input.focus({ preventScroll: true });
    });
    one(".remove", this.root).addEventListener("click", () => remove(this));
    one(".composer", this.root).addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.input.value.trim()) this.say({ text: this.input.value });
      this.input.value = "";
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.input.form.requestSubmit();
    });
    attach.addEventListener("focusout", ({ relatedTarget }) => {
      if (!attach.contains(relatedTarget)) attach.open = false;
    });
    attach.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && attach.open) { attach.open = false; one("summary", attach).focus(); }
    });
  }

  press(token, label) {
    const waiting = [...this.messages.values()].some((m) => m.button === token && !m.id);
    if (!waiting) this.say({ text: label, button: token });
  }

  say({ text, button, attachment }) {
    const ref = newId();
    const kind = attachment ?? (button ? "button" : "text");
    const message = { ref, direction: "in", kind, text, button, attachment, at: new Date() };
    this.messages.set(ref, message);
    this.deliver(message);
  }

  deliver(message) { // one after the other, so that they arrive in order
    this.mark(message, "sending");
    this.queue = this.queue.then(() => this.attempt(message));
  }

  async attempt(message) {
    for (const pause of RETRIES) {
      await sleep(pause);
      const status = await this.post(message);
      if (status < 300) return this.mark(message, "received");
      if (status < 500) return this.mark(message, "failed", `Refused (${status}).`);
      this.mark(message, "retrying");
    }
    this.mark(message, "failed", "No connection.");
  }

  async post({ ref, text, button, attachment }) {
    const { key: phone, language, name } = this;
    const body = JSON.stringify({ phone, language, name, text, button, attachment, id: ref });
    const headers = { "Content-Type": "application/json" };
    const signal = AbortSignal.timeout(GIVE_UP);
    try {
      return (await fetch("/phone/messages", { method: "POST", headers, body, signal })).status;
    } catch {
      return 599;
    }
  }

  mark(message, state, trouble = "") {
    if (message.id) return; // the server has told what became of it
    Object.assign(message, { state, trouble, due: state === "received" });
    this.render(true);
  }

  hear({ full, messages }) {
    this.log.ariaBusy = "true"; // a whole thread is not read out
    for (const message of messages) {
      const state = message.due ? "received" : "answered";
      this.messages.set(message.ref ?? message.id, { ...message, at: new Date(message.at), state });
    }
    this.known = true;
    this.render(full);
    if (!full) this.log.ariaBusy = "false";
    else setTimeout(() => { this.log.ariaBusy = "false"; }, 100);
  }

  render(follow = false) {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    const atEnd = scrollHeight - scrollTop - clientHeight < 80;
    const nodes = this.content();
    nodes.forEach((node, place) => { // what stays where it is keeps its focus
      if (this.log.children[place] !== node) this.log.insertBefore(node, this.log.children[place] ?? null);
    });
    while (this.log.children.length > nodes.length) this.log.lastChild.remove();
    if (follow || atEnd) this.log.scrollTop = this.log.scrollHeight;
  }

  content() {
    const shown = [...this.messages.values()].filter(visible).sort(byAge);
    if (!shown.length) return this.known ? [this.node("hint", () => copy("hint"))] : [];
    const nodes = [];
    let day;
    for (const message of shown) {
      if (day !== (day = dayName(message.at))) nodes.push(this.separator(day));
      nodes.push(this.bubble(message));
    }
    const due = [...this.messages.values()].some((message) => message.due);
    return due ? [...nodes, this.node("dots", () => copy("dots"))] : nodes;
  }

  node(key, make) {
    if (!this.nodes.has(key)) this.nodes.set(key, make());
    return this.nodes.get(key);
  }

  separator(day) {
    return this.node(`day ${day}`, () => {
      const line = document.createElement("p");
      line.className = "day";
      line.textContent = day;
      return line;
    });
  }

  bubble(message) {
    const node = this.node(message.ref ?? message.id, () => this.newBubble(message));
    const mine = message.direction === "in";
    const state = mine ? message.state : "";
    node.dataset.state = state || message.status;
    one(".state", node).textContent = STATES[state] ?? "";
    one(".tick use", node).setAttribute("href", `#i-${state === "retrying" ? "sending" : state}`);
    one(".trouble", node).hidden = state !== "failed";
    one(".trouble span", node).textContent = message.trouble ?? "";
    if (message.button) this.markPressed(message);
    return node;
  }

  newBubble({ direction, kind, text, ref, at, segments, buttons = [] }) {
    const node = copy("message");
    node.classList.add(direction === "in" ? "mine" : "theirs");
    one(".who", node).textContent = direction === "in" ? `${this.title}: ` : "Received: ";
    one(".text", node).textContent = text || KINDS[kind] || "";
    one(".text", node).lang = this.language;
    one("time", node).textContent = clock(at);
    one("time", node).dateTime = at.toISOString();
    one(".again", node).dataset.again = ref ?? "";
    if (KINDS[kind]) {
      node.dataset.kind = kind;
      one(".kind", node).removeAttribute("hidden");
      one(".kind use", node).setAttribute("href", `#i-${kind}`);
    }
    if (segments) one(".segments", node).textContent = `${segments} segment${segments > 1 ? "s" : ""}`;
    one(".choices", node).append(...buttons.map(([label, token]) => this.choice(label, token)));
    return node;
  }

  choice(label, token) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: label, lang: this.language });
    button.dataset.token = token;
    return button;
  }

  markPressed({ button }) {
    const offered = all("[data-token]", this.log).filter(({ dataset }) => dataset.token === button);
    offered.at(-1)?.classList.add("pressed");
  }
}

const visible = ({ direction, status }) =>
  direction === "in" || ["sent", "delivered", "unknown", "failed"].includes(status);
const byAge = (a, b) => (a.id ?? Infinity) - (b.id ?? Infinity) || a.at - b.at;

// The page: its phones, kept in the address and in the browser.

function add(facts) {
  const known = phones.get(`${facts.kind}:${facts.address}`);
  const phone = known ?? new Phone(facts);
  if (!known) {
    phones.set(phone.key, phone);
    one(".phones").append(phone.root);
    changed();
  }
  return phone;
}

function remove(phone) {
  phones.delete(phone.key);
  phone.root.remove();
  changed();
  one(".adder").focus();
}

function changed() {
  const facts = [...phones.values()].map((p) => [p.kind, [p.address, p.language, p.name].join("~")]);
  const saved = new URLSearchParams(facts).toString();
  localStorage.setItem("phones", saved);
  history.replaceState(null, "", saved ? `#${saved}` : location.pathname);
  document.body.classList.toggle("started", phones.size > 0);
  tune();
}

function restore() {
  const saved = location.hash.slice(1) || localStorage.getItem("phones") || "";
  for (const [kind, facts] of new URLSearchParams(saved)) {
    const [address, language, name = ""] = facts.split("~");
    const right = kind === "sms" ? /^\+[1-9]\d{6,14}$/ : /^[1-9]\d{0,15}$/;
    if (["sms", "telegram"].includes(kind) && right.test(address) && LANGUAGES[language] && phones.size < most) {
      add({ kind, address, language, name: name.slice(0, 40) });
    }
  }
}

// The stream.

let source, later;

function tune() {
  source?.close();
  clearTimeout(later);
  if (!phones.size) return say("idle", "No phone yet");
  say("away", "Connecting …");
  source = new EventSource(`/phone/stream?phones=${[...phones.keys()].map(encodeURIComponent)}`);
  source.onopen = () => say("live", "Connected");
  source.onmessage = ({ data }) => {
    const thread = JSON.parse(data);
    phones.get(thread.phone)?.hear(thread);
  };
  source.onerror = () => {
    say("away", "Reconnecting …");
    if (source.readyState === EventSource.CLOSED) later = setTimeout(tune, 3000);
  };
}

function say(state, words) {
  one(".connection").dataset.state = state;
  one(".connection-words").textContent = words;
}

// The dialog.

const most = Number(document.body.dataset.mostPhones);
const dialog = one("dialog");
const form = one("form", dialog);
let kind = "sms", edited = false;

function propose() {
  const language = form.language.value;
  if (!edited) form.number.value = NUMBERS[language]();
  if (!edited) form.name.value = pick(NAMES[language]);
}

function ask(wanted) {
  kind = wanted;
  edited = false;
  one("h2", dialog).textContent = kind === "sms" ? "A new SMS phone" : "A new Telegram phone";
  all("[data-for]", dialog).forEach((field) => { field.hidden = field.dataset.for !== kind; });
  one(".problem", dialog).textContent = "";
  propose();
  dialog.showModal();
}

function problem() {
  if (phones.size >= most) return `${most} phones fit on a page. Open another page for more.`;
  if (kind === "sms" && !/^\+[1-9]\d{6,14}$/.test(number())) return "Write the number with + and its country code.";
  if (kind === "telegram" && !form.name.value.trim()) return "Write a name.";
  return "";
}

const number = () => form.number.value.replace(/[\s().-]/g, "");

form.addEventListener("input", ({ target }) => { if (target.type !== "radio") edited = true; });
form.addEventListener("change", ({ target }) => { if (target.type === "radio") propose(); });
form.addEventListener("submit", (event) => {
  const wrong = problem();
  one(".problem", dialog).textContent = wrong;
  if (wrong) return event.preventDefault();
  const telegram = kind === "telegram";
  const phone = add({
    kind,
    address: telegram ? `${pick("123456789")}${digits(8)}` : number(),
    language: form.language.value,
    name: telegram ? form.name.value.trim() : "",
  });
  dialog.addEventListener("close", () => show(phone), { once: true });
});
one("[data-cancel]").addEventListener("click", () => dialog.close());
all("[data-add]").forEach((button) => button.addEventListener("click", () => ask(button.dataset.add)));

function show(phone) {
  phone.input.focus({ preventScroll: true });
  phone.root.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", inline: "center", block: "nearest" });
}

function tick() {
  all(".clock").forEach((face) => { face.textContent = clock(new Date()); });
}

restore();
if (!phones.size) tune();
tick();
setInterval(tick, 10000);
addEventListener("hashchange", () => location.reload());
