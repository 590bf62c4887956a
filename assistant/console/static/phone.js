// The simulated phones: one thread per phone, one stream for the page.

const KINDS = { photo: "Photo", sticker: "Sticker", voice: "Voice note" };
const STATES = { sending: "Sending", failed: "Not sent", received: "Received", answered: "Answered" };
const RETRIES = [0, 1000, 2000, 4000]; // milliseconds before each attempt
const GIVE_UP = 15000;
const RIGHT = { sms: /^\+[1-9]\d{6,14}$/, telegram: /^[1-9]\d{0,15}$/ };

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const pick = (list) => list[Math.floor(Math.random() * list.length)];
const fill = (pattern) => pattern.replace(/#/g, () => Math.floor(Math.random() * 10));
let ahead = Number(document.body.dataset.now) - Date.now(); // milliseconds of a rehearsal's time
const today = () => new Date(Date.now() + ahead);
const sleep = (time) => new Promise((done) => setTimeout(done, time));
const clock = (at) => at.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
const moment = (at) => at.toLocaleString([], { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
const spaced = (number) => number
  .replace(/^(\+1)(...)(...)(....)$/, "$1 $2 $3 $4").replace(/^(\+33)(.)(..)(..)(..)(..)$/, "$1 $2 $3 $4 $5 $6")
  .replace(/^(\+34)(...)(..)(..)(..)$/, "$1 $2 $3 $4 $5").replace(/^(\+55)(..)(.+)(....)$/, "$1 $2 $3 $4");

function newId() { // crypto.randomUUID exists on secure origins only
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

function dayName(at) {
  const days = Math.round((today().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 864e5);
  const far = () => at.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
  return ["Today", "Yesterday"][days] ?? far();
}

class Phone {
  constructor({ kind, address, language, name }) {
    Object.assign(this, { kind, address, language, name, key: `${kind}:${address}` });
    this.title = name || spaced(address);
    this.messages = new Map(); // by our own id, or by the server's when it is not ours
    this.nodes = new Map();
    this.sent = Promise.resolve();
    this.root = copy("phone");
    this.log = one(".thread", this.root);
    this.input = one("textarea", this.root);
    this.dress();
    this.listen();
  }

  dress() {
    const [channel, contact] = this.kind === "telegram" ? ["Telegram", "bot"] : ["SMS", "text message"];
    this.root.dataset.kind = this.kind;
    one(".owner-name", this.root).textContent = this.title;
    one(".owner-about", this.root).textContent = `${channel} · ${languages.get(this.language)}`;
    one(".contact-about", this.root).textContent = contact;
    one(".remove", this.root).ariaLabel = `Remove the phone of ${this.title}`;
    this.root.ariaLabel = `Phone of ${this.title}`;
    this.log.ariaLabel = `Messages of ${this.title}`;
    this.input.ariaLabel = `Message from ${this.title}`;
  }

  listen() {
    const attach = one(".attach", this.root);
    this.root.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      const { text, token, attachment, again, programme } = button?.dataset ?? {};
      if (programme) this.coordinate(Number(programme));
      if (again) this.deliver(this.messages.get(again));
      if (token) this.press(token, button.textContent);
      if (text || attachment) this.say({ text: text ?? "", attachment });
      if (text || attachment) this.input.focus({ preventScroll: true });
    });
    one(".remove", this.root).addEventListener("click", () => remove(this));
    this.input.form.addEventListener("submit", (event) => {
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
      attach.open &&= attach.contains(relatedTarget);
    });
    attach.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") one("summary", attach).focus(), attach.open = false;
    });
  }

  async coordinate(programme) { // a code is good once
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ programme });
    const answer = await fetch("/phone/coordinator", { method: "POST", headers, body }).catch(() => null);
    if (answer?.ok) this.say({ text: `/start ${(await answer.json()).code}` });
  }

  press(token, label) { // twice on the same button is once
    const now = performance.now(), last = this.pressed;
    this.pressed = { token, now };
    if (last?.token !== token || now - last.now > 1000) this.say({ text: label, button: token });
  }

  say({ text, button, attachment }) {
    const kind = attachment ?? (button ? "button" : "text");
    const message = { ref: newId(), direction: "in", kind, text, button, attachment, at: today() };
    this.messages.set(message.ref, message);
    this.deliver(message);
  }

  deliver(message) { // one after the other, so that they arrive in order
    this.mark(message, "sending");
    this.sent = this.sent.then(() => this.attempt(message));
  }

  async attempt(message) {
    for (const pause of RETRIES) {
      await sleep(pause);
      const status = await this.post(message);
      if (status < 300) return this.mark(message, "received");
      if (status < 500) return this.mark(message, "failed", `Refused (${status}).`);
    }
    this.mark(message, "failed", "No connection.");
  }

  async post({ ref, text, button, attachment }) {
    const { key: phone, language, name } = this;
    const body = JSON.stringify({ phone, language, name, text, button, attachment, id: ref });
    const headers = { "Content-Type": "application/json" };
    const signal = AbortSignal.timeout(GIVE_UP);
    const answer = fetch("/phone/messages", { method: "POST", headers, body, signal });
    return answer.then(({ status }) => status, () => 599);
  }

  mark(message, state, trouble = "") {
    Object.assign(message, { state, trouble, due: state === "received" });
    this.render(true);
  }

  hear({ full, messages }) {
    this.log.ariaBusy = String(full); // a whole thread is not read out
    for (const message of messages) {
      const state = message.due ? "received" : "answered";
      this.messages.set(message.ref ?? message.id, { ...message, at: new Date(message.at), state });
    }
    this.known = true;
    this.render(full);
    setTimeout(() => { this.log.ariaBusy = "false"; }, 100);
  }

  render(follow = false) {
    const { log } = this;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const nodes = this.content();
    nodes.forEach((node, place) => { // what stays where it is keeps its focus
      if (log.children[place] !== node) log.insertBefore(node, log.children[place] ?? null);
    });
    while (log.children.length > nodes.length) log.lastChild.remove();
    if (follow || atEnd) log.scrollTop = log.scrollHeight;
  }

  content() {
    const messages = [...this.messages.values()];
    const shown = messages.filter(visible).sort(byAge);
    if (!shown.length) return this.known ? [this.node("hint", () => copy("hint"))] : [];
    const nodes = [], offered = {};
    let day;
    for (const message of shown) {
      if (day !== (day = dayName(message.at))) nodes.push(this.separator(day));
      const node = this.bubble(message);
      nodes.push(node);
      offered[message.button]?.classList.add("pressed");
      for (const button of all("[data-token]", node)) offered[button.dataset.token] = button;
    }
    const due = messages.some((message) => message.due);
    return due ? [...nodes, this.node("dots", () => copy("dots"))] : nodes;
  }

  node(key, make) {
    if (!this.nodes.has(key)) this.nodes.set(key, make());
    return this.nodes.get(key);
  }

  separator(day) {
    return this.node(day, () => Object.assign(document.createElement("p"), { className: "day", textContent: day }));
  }

  bubble(message) {
    const node = this.node(message.ref ?? message.id, () => this.newBubble(message));
    const { direction, state, status, trouble } = message;
    node.dataset.state = direction === "in" ? state : status;
    one(".state", node).textContent = direction === "in" ? STATES[state] : "";
    one(".tick use", node).setAttribute("href", `#i-${state}`);
    one(".trouble", node).hidden = !trouble;
    one(".trouble span", node).textContent = trouble ?? "";
    return node;
  }

  newBubble({ direction, kind, text, ref, at, segments, buttons = [] }) {
    const node = copy("message"), mine = direction === "in";
    node.classList.add(mine ? "mine" : "theirs");
    one(".who", node).textContent = mine ? `${this.title}: ` : `${document.body.dataset.contact}: `;
    one(".text", node).textContent = text || KINDS[kind];
    one(".text", node).lang = this.language;
    one("time", node).textContent = clock(at);
    one("time", node).dateTime = at.toISOString();
    one(".segments", node).textContent = segments ? `${segments} segment${segments > 1 ? "s" : ""}` : "";
    one(".again", node).dataset.again = ref ?? "";
    one(".kind", node).toggleAttribute("hidden", !KINDS[kind]);
    one(".kind use", node).setAttribute("href", `#i-${kind}`);
    one(".choices", node).append(...buttons.map(([label, token]) => this.choice(label, token)));
    return node;
  }

  choice(textContent, token) {
    const button = document.createElement("button");
    button.dataset.token = token;
    return Object.assign(button, { type: "button", textContent, lang: this.language });
  }
}

const visible = ({ direction, status }) =>
  direction === "in" || ["sent", "delivered", "unknown", "failed"].includes(status);
const byAge = (a, b) => (a.id ?? Infinity) - (b.id ?? Infinity) || a.at - b.at;

// The page's phones, kept in its address and in the browser.

const phones = new Map();
const most = Number(document.body.dataset.mostPhones);
const kept = (() => { try { return localStorage; } catch { return {}; } })(); // cookies may be forbidden

function add(facts) {
  const known = phones.get(`${facts.kind}:${facts.address}`);
  if (known) return known;
  const phone = new Phone(facts);
  phones.set(phone.key, phone);
  one(".phones").append(phone.root);
  changed();
  return phone;
}

function remove(phone) {
  phones.delete(phone.key);
  phone.root.remove();
  changed();
  one(phones.size ? ".adder" : ".offer").focus();
}

function changed() {
  const facts = [...phones.values()].map(({ kind, address, language, name }) => [kind, [address, language, name].join("~")]);
  kept.phones = new URLSearchParams(facts).toString();
  history.replaceState(null, "", kept.phones ? `#${kept.phones}` : location.pathname);
  document.body.classList.toggle("started", phones.size > 0);
  tick();
  tune();
}

function restore() {
  for (const [kind, facts] of new URLSearchParams(location.hash.slice(1) || kept.phones || "")) {
    const [address, language, name = ""] = facts.split("~");
    const right = RIGHT[kind]?.test(address) && languages.has(language) && phones.size < most;
    if (right) add({ kind, address, language, name: name.slice(0, 40) });
  }
}

function tick() {
  for (const face of all(".clock")) face.textContent = clock(today());
  for (const face of all(".time-now")) face.textContent = moment(today());
}

async function skip(hours) { // the answer to it comes by the stream
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ hours: hours === "next" ? null : Number(hours) });
  const answer = await fetch("/phone/clock", { method: "POST", headers, body });
  if (!answer.ok) return;
  ahead = (await answer.json()).now - Date.now();
  tick();
}

// The stream.

let source, later;

function tune() {
  source?.close();
  clearTimeout(later);
  if (!phones.size) return;
  connection("away", "Connecting …");
  source = new EventSource(`/phone/stream?phones=${[...phones.keys()].map(encodeURIComponent)}`);
  source.onopen = () => connection("live", "Connected");
  source.onmessage = ({ data }) => {
    const thread = JSON.parse(data);
    phones.get(thread.phone)?.hear(thread);
  };
  source.onerror = () => {
    connection("away", "Reconnecting …");
    if (source.readyState === EventSource.CLOSED) later = setTimeout(tune, 3000);
  };
}

function connection(state, words) {
  one(".connection").dataset.state = state;
  one(".connection-words").textContent = words;
}

// The dialog.

const dialog = one("dialog"), form = one("form", dialog), fields = form.elements;
const languages = new Map(all("[name=language]").map(({ value, parentNode }) => [value, parentNode.textContent.trim()]));
let kind = "sms", edited = false;

function ask(wanted) {
  [kind, edited] = [wanted, false];
  one("h2", dialog).textContent = kind === "sms" ? "A new SMS phone" : "A new Telegram phone";
  for (const field of all("[data-for]", dialog)) field.hidden = field.dataset.for !== kind;
  one(".problem", dialog).textContent = "";
  propose();
  dialog.showModal();
}

function propose() {
  const { numbers, names } = one("[name=language]:checked", form).dataset;
  if (edited) return;
  fields.number.value = spaced(fill(pick(numbers.split(" "))));
  fields.name.value = pick(names.split(" "));
}

function asked() {
  const telegram = kind === "telegram";
  const address = telegram ? fill(`${pick("123456789")}########`) : fields.number.value.replace(/[\s().-]/g, "");
  return { kind, address, language: fields.language.value, name: telegram ? fields.name.value.trim() : "" };
}

function problem({ address, name }) {
  if (phones.size >= most) return `${most} phones fit on a page. Open another page for more.`;
  if (!RIGHT[kind].test(address)) return "Write the number with + and its country code.";
  return kind === "telegram" && !name ? "Write a name." : "";
}

function show({ input, root }) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  input.focus({ preventScroll: true });
  root.scrollIntoView({ behavior: calm ? "auto" : "smooth", inline: "center", block: "nearest" });
}

form.addEventListener("input", ({ target }) => { edited ||= target.type !== "radio"; });
form.addEventListener("change", propose);
form.addEventListener("submit", (event) => {
  const facts = asked(), wrong = problem(facts);
  one(".problem", dialog).textContent = wrong;
  if (wrong) return event.preventDefault();
  const phone = add(facts);
  dialog.addEventListener("close", () => show(phone), { once: true });
});
one("[data-cancel]").addEventListener("click", () => dialog.close());
for (const button of all("[data-add]")) button.addEventListener("click", () => ask(button.dataset.add));
for (const button of all(".skip")) button.addEventListener("click", () => skip(button.dataset.hours));
addEventListener("hashchange", () => location.reload());
setInterval(tick, 10000);
restore();
