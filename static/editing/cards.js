// The cards of an article: keys, saving while its editor goes on, and who else is
// here. Without this script the page is a form with a button, and loses nothing.
(function () {
  const root = document.querySelector("[data-intake]");
  if (!root) return;

  const PAUSE = 1000; // after the last change of a card it is saved,
  const LONGEST = 8000; // and at most so long after the first,
  const RETRY = 5000; // and again so long after it could not be.
  const PING = 10000;

  const form = root.querySelector("[data-cards-form]");
  const article = root.querySelector("[data-article]");
  const status = root.querySelector("[data-status]");
  const main = () => root.querySelector("[data-main-button]");

  function say(words) {
    if (status) status.textContent = words;
  }

  function post(url, fields) {
    const body = new FormData();
    const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
    body.append("csrfmiddlewaretoken", token);
    fields.forEach(([name, value]) => body.append(name, value));
    return fetch(url, { method: "POST", body, redirect: "manual" });
  }

  // One card: what it says, and whether all of it is saved.
  class Card {
    constructor(element) {
      this.element = element;
      this.key = element.dataset.card;
      this.changed = 0; // when it was first changed since it was saved
      this.sending = null;
      this.held = false; // waits for its editor, so nothing is sent
    }

    input(name) {
      return this.element.querySelector(`[name="${this.key}-${name}"]`);
    }

    get edition() {
      return Number(this.input("edition").value);
    }

    get isSaved() {
      return !this.changed && !this.sending;
    }

    get decision() {
      return this.element.querySelector(`[name="${this.key}-decision"]:checked`).value;
    }

    fields() {
      const sent = [...this.element.elements].filter(
        (input) => input.name && (input.checked || !/radio|checkbox/.test(input.type)),
      );
      return sent.map((input) => [input.name, input.value]);
    }

    touch() {
      this.changed = this.changed || Date.now();
      this.held = false;
      this.mark();
      this.saveIn(Math.min(PAUSE, Math.max(0, this.changed + LONGEST - Date.now())));
    }

    mark() {
      this.element.dataset.decision = this.decision;
      count();
    }

    saveIn(pause) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), pause);
    }

    // Saves the card unless it is saved, or waits for its editor.
    async save() {
      clearTimeout(this.timer);
      if (this.sending) await this.sending;
      if (!this.changed || this.held) return;
      this.sending = this.send();
      await this.sending;
      this.sending = null;
    }

    async send() {
      const since = this.changed;
      this.changed = 0;
      say(root.dataset.saving);
      try {
        const response = await post(this.element.dataset.url, this.fields());
        if (response.type === "opaqueredirect") throw root.dataset.signedOut;
        const answer = await response.json();
        if (response.ok) return this.saved(answer);
        this.changed = this.changed || since;
        this.held = true;
        say(answer.words);
        if (response.status === 409) return this.clash(answer);
        this.tell(answer.errors || {});
      } catch (words) {
        this.changed = this.changed || since;
        say(typeof words === "string" ? words : root.dataset.lost);
        this.saveIn(RETRY);
      }
    }

    saved(answer) {
      for (const name of ["edition", "seen"]) {
        this.input(name).value = answer.fields[`${this.key}-${name}`];
      }
      this.show(answer);
      this.message([]);
      this.tell(answer.errors);
      say(answer.words);
    }

    // Says at each input why it cannot be as it is.
    tell(errors) {
      for (const place of this.element.querySelectorAll("[data-error]")) {
        const name = place.dataset.error.slice(this.key.length + 1);
        place.textContent = errors[name] || "";
      }
      if (errors.__all__) this.message([errors.__all__]);
    }

    show(state) {
      this.element.querySelector("[data-name]").textContent = state.name || "–";
      this.element.querySelector("[data-note]").textContent = state.note;
    }

    message(lines, buttons = []) {
      const rows = lines.map((words) => {
        const row = document.createElement("p");
        row.textContent = words;
        return row;
      });
      this.element.querySelector("[data-message]").replaceChildren(...rows, ...buttons);
    }

    // Somebody else changed it: both versions stay until its editor chooses.
    clash(answer) {
      const theirs = answer.theirs.map(([label, words]) => `${label}: ${words}`);
      const keep = this.button(root.dataset.keep, () => {
        for (const name of ["edition", "seen"]) {
          this.input(name).value = answer.fields[`${this.key}-${name}`];
        }
        this.held = false;
        this.save();
      });
      const take = this.button(root.dataset.take, () => this.take(answer));
      this.message([answer.words, ...theirs], [keep, take]);
    }

    button(words, press) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small button-secondary";
      button.textContent = words;
      button.addEventListener("click", press);
      return button;
    }

    // Takes up what somebody else made of it.
    take(state) {
      for (const input of this.element.elements) {
        if (!(input.name in state.fields)) continue;
        const value = state.fields[input.name];
        if (input.type === "radio") input.checked = input.value === String(value);
        else if (input.type === "checkbox") input.checked = Boolean(value);
        else input.value = value;
      }
      this.changed = 0;
      this.held = false;
      this.message([]);
      this.show(state);
      this.mark();
    }

    decide(value) {
      const radio = this.element.querySelector(
        `[name="${this.key}-decision"][value="${value}"]`,
      );
      if (radio.checked) return;
      radio.checked = true;
      this.touch();
    }

    // The first input that is needed and empty.
    lacking() {
      const needed = this.element.querySelectorAll(`[data-needed] ${INPUT}`);
      return [...needed].find((input) => !input.value);
    }

    edit(wanted) {
      const details = this.element.querySelector("details");
      if (!wanted) return;
      if (details.contains(wanted)) details.open = true;
      wanted.focus({ preventScroll: true });
      wanted.scrollIntoView({ block: "center" });
    }
  }

  const cards = [...root.querySelectorAll("[data-card]")].map((one) => new Card(one));
  const byKey = new Map(cards.map((card) => [card.key, card]));
  const cardAt = (node) => {
    const element = node && node.closest && node.closest("[data-card]");
    return element && byKey.get(element.dataset.card);
  };
  let current = null;

  function count() {
    for (const place of root.querySelectorAll("[data-count]")) {
      const wanted = place.dataset.count;
      place.textContent = cards.filter((card) => card.decision === wanted).length;
    }
    if (!article) return;
    for (const mark of article.querySelectorAll("[data-cards]")) {
      const about = mark.dataset.cards.split(" ").map((key) => byKey.get(key));
      const gone = about.every((card) => card && card.decision === "rejected");
      mark.classList.toggle("is-unmarked", gone);
    }
  }

  // The card one is at, and its passage in the article.
  function goTo(card) {
    if (current === card) return;
    if (current) current.element.removeAttribute("aria-current");
    current = card;
    card.element.setAttribute("aria-current", "true");
    for (const mark of article.querySelectorAll("[data-cards]")) {
      const about = mark.dataset.cards.split(" ").includes(card.key);
      mark.classList.toggle("is-current", about);
    }
    const first = article.querySelector(".is-current");
    if (first && article.scrollHeight > article.clientHeight) {
      article.scrollTop = first.offsetTop - article.clientHeight / 3;
    }
  }

  function step(by) {
    const place = current ? cards.indexOf(current) + by : 0;
    lead(cards[Math.min(Math.max(place, 0), cards.length - 1)]);
  }

  // The next card that nobody has decided on, from the first again after the last.
  function seek() {
    const here = cards.indexOf(current) + 1;
    const order = [...cards.slice(here), ...cards.slice(0, here)];
    lead(order.find((card) => card.decision === "open"));
  }

  function lead(card) {
    if (!card) return;
    card.element.focus({ preventScroll: true });
    card.element.scrollIntoView({ block: "center" });
  }

  // A card of the editor's own, of words selected in the article.
  let picked = null;

  function remember() {
    const selection = document.getSelection();
    if (!article || !selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!article.contains(range.commonAncestorContainer)) return;
    picked = { quote: selection.toString().trim(), start: startOf(range) };
  }

  function startOf(range) {
    const node = range.startContainer;
    const within = (node.nodeType === 1 ? node : node.parentElement).closest(
      "[data-start]",
    );
    if (!within) return "";
    const before = document.createRange();
    before.setStart(within, 0);
    before.setEnd(node, range.startOffset);
    return Number(within.dataset.start) + before.toString().length;
  }

  function pick() {
    const own = root.querySelector("[data-own]");
    if (picked) {
      own.elements.quote.value = picked.quote;
      own.elements.start.value = picked.start;
    }
    own.scrollIntoView({ block: "center" });
    own.elements.kind.focus();
  }

  const INPUT = ":is(input, select, textarea):not([type=hidden])";
  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    a: () => current && current.decide("accepted"),
    x: () => current && current.decide("rejected"),
    u: seek,
    e: () => current && current.edit(current.lacking() || current.element.querySelector(`details ${INPUT}`)),
    m: () => current && current.edit(current.element.querySelector("[data-existing] input:checked")),
    c: pick,
    "?": () => root.querySelector("[data-key-list]").toggleAttribute("open"),
  };
  const TYPED_IN =
    "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]";

  function press(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (main()) main().click();
      return;
    }
    if (!form || !("keys" in root.dataset)) return;
    if (event.key === "Escape") {
      const card = cardAt(event.target);
      if (!card) return;
      card.element.querySelector("details").open = false;
      card.element.focus();
      return;
    }
    const key = KEYS[event.key.toLowerCase()];
    const isTyped = event.target.closest && event.target.closest(TYPED_IN);
    if (!key || isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // Wagtail has a list of keys of its own
    key();
  }

  document.addEventListener("keydown", press, true);

  // Each form is sent once, and not while a card of it is on its way.
  let leaving = false;

  async function submit(event) {
    if (leaving) return event.preventDefault();
    const isForm = event.target === form;
    const waits = cards.filter((card) => (isForm ? card.sending : !card.isSaved));
    if (waits.length) {
      event.preventDefault();
      await Promise.all(waits.map((card) => (isForm ? card.sending : card.save())));
      if (isForm || waits.every((card) => card.isSaved)) {
        event.target.requestSubmit(event.submitter);
      }
      return;
    }
    cards.forEach((card) => clearTimeout(card.timer));
    leaving = true;
  }

  root.addEventListener("submit", submit);
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  if (!form) return;

  async function ping() {
    const editions = cards.map((card) => [card.key, card.edition]);
    try {
      const response = await post(root.dataset.presence, editions);
      const answer = await response.json();
      root.querySelector("[data-others]").textContent = answer.others.join(", ");
      for (const state of answer.changed) {
        const card = byKey.get(state.key);
        const isNewer = card && state.fields[`${state.key}-edition`] > card.edition;
        if (isNewer && card.isSaved) card.take(state);
      }
    } catch {
      return; // the next one will tell
    }
  }

  form.addEventListener("input", (event) => cardAt(event.target)?.touch());
  form.addEventListener("focusin", (event) => {
    const card = cardAt(event.target);
    if (card) goTo(card);
  });
  form.addEventListener("focusout", (event) => {
    const card = cardAt(event.target);
    if (card && !card.element.contains(event.relatedTarget)) card.save();
  });
  document.addEventListener("selectionchange", remember);
  const button = root.querySelector("[data-pick]");
  button.hidden = false;
  button.addEventListener("click", pick);
  window.addEventListener("online", () => cards.forEach((card) => card.save()));
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && !cards.every((card) => card.isSaved)) event.preventDefault();
  });
  setInterval(ping, PING);
  if (cardAt(document.querySelector(":target"))) {
    document.querySelector(":target").focus();
  }
})();
