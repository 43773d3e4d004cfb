// What pages of the reference do besides being read: search, samples that follow what is expanded, folding.
"use strict";
(() => {
  const script = document.currentScript;
  const root = script ? script.dataset.root : "";
  const loaded = new Map();

  /** Adds a script of the site once: what is opened from a disk cannot be fetched. */
  function load(name) {
    if (!loaded.has(name)) {
      loaded.set(
        name,
        new Promise((done, failed) => {
          const element = document.createElement("script");
          element.src = root + name;
          element.onload = () => done();
          element.onerror = () => failed(new Error(`${name} is missing`));
          document.head.append(element);
        }),
      );
    }
    return loaded.get(name);
  }

  function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  // Search

  const box = document.getElementById("q");
  const list = document.getElementById("found");
  const indexes = [];
  let names = [];
  let ready;

  window.unfoldSearch = {
    parts: (parts) => (names = parts),
    add: (index) => {
      const options = {
        fields: ["title", "names", "words"],
        storeFields: ["title", "file", "kind", "note"],
      };
      indexes.push(window.MiniSearch.loadJS(index, options));
    },
  };

  function prepare() {
    ready ??= load("search-lib.js").then(() => Promise.all(names.map(load)));
    return ready;
  }

  function find(text) {
    const options = {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
      boost: { title: 4, names: 2 },
    };
    return indexes
      .flatMap((index) => index.search(text, options).slice(0, 20))
      .sort((a, b) => b.score - a.score)
      .slice(0, 12);
  }

  let selected = -1;

  function select(n) {
    const options = [...list.children];
    selected = options.length === 0 ? -1 : (n + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === selected)));
    const current = options[selected];
    if (current) {
      box.setAttribute("aria-activedescendant", current.id);
      current.scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  }

  function show(results, text) {
    list.replaceChildren(
      ...results.map(({ title, file, note }, n) => {
        const option = el(
          "li",
          { role: "option", id: `found-${n}`, "aria-selected": "false" },
          title,
          el("small", {}, note),
        );
        option.dataset.file = file;
        return option;
      }),
    );
    if (results.length === 0 && text !== "") {
      list.append(
        el(
          "li",
          { role: "option", "aria-selected": "false", "aria-disabled": "true" },
          "Nothing found",
        ),
      );
    }
    const isOpen = text !== "";
    list.hidden = !isOpen;
    box.setAttribute("aria-expanded", String(isOpen));
    select(results.length === 0 ? -1 : 0);
  }

  async function search() {
    const text = box.value.trim();
    if (text === "") return show([], "");
    await prepare();
    if (text === box.value.trim()) show(find(text), text);
  }

  function go(option) {
    if (option && option.dataset.file) location.href = root + option.dataset.file;
  }

  if (box && list) {
    box.closest("[hidden]").hidden = false;
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-expanded", "false"],
      ["aria-controls", "found"],
      ["aria-autocomplete", "list"],
    ])
      box.setAttribute(name, value);
    box.addEventListener("focus", () => void prepare());
    box.addEventListener("input", () => void search());
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") select(selected + 1);
      else if (event.key === "ArrowUp") select(selected - 1);
      else if (event.key === "Enter") go(list.children[selected]);
      else if (event.key === "Escape") {
        box.value = "";
        show([], "");
        return;
      } else return;
      event.preventDefault();
    });
    list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));
    document.addEventListener("click", (event) => {
      if (!event.target.closest(".search")) show([], "");
    });
    document.addEventListener("keydown", (event) => {
      const isTyping =
        /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) &&
        event.target.type !== "radio" &&
        event.target.type !== "checkbox";
      if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        box.focus();
      }
    });
  }

  // Folding: what a link points at is shown, and everything is on paper.

  function reveal() {
    let target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const own = target.querySelector(":scope > details:not(.v)");
    if (own) own.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  if (location.hash !== "") reveal();

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  // Samples: the chosen language is remembered, where the browser lets us.

  const STORE = "unfold-sample";
  const choices = [...document.querySelectorAll('input[name="sample"]')];
  try {
    const kept = choices.find(({ value }) => value === localStorage.getItem(STORE));
    if (kept) kept.checked = true;
  } catch {
    // Nothing is kept.
  }
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      try {
        localStorage.setItem(STORE, choice.value);
      } catch {
        // Nothing is kept.
      }
    });
  }
  for (const sample of document.querySelectorAll(".sample")) {
    const button = el("button", { type: "button", class: "copy" }, "Copy");
    button.addEventListener("click", async () => {
      const code = sample.querySelector("code:not([hidden])");
      await navigator.clipboard.writeText(code.textContent.trim());
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), 1500);
    });
    sample.append(button);
  }

  // Expand: samples follow what is ticked.

  const PATH = /\ue000/g;
  const NUMBER = /\ue001/g;
  const tree = document.querySelector(".tree");
  const ticked = new Set();
  const parts = [...document.querySelectorAll("[data-each]")].map((part) => ({
    part,
    template: [...part.childNodes],
  }));

  function filled(node, path, n) {
    const copy = node.cloneNode(true);
    const walker = document.createTreeWalker(el("span", {}, copy), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      text.data = text.data.replace(PATH, () => path).replace(NUMBER, () => String(n));
    }
    return copy;
  }

  function update() {
    const paths = [...ticked];
    for (const { part, template } of parts) {
      const separator = part.dataset.separator;
      part.replaceChildren(
        ...paths.flatMap((path, n) => [
          ...(n === 0 ? [] : [separator]),
          ...template.map((node) => filled(node, path, n)),
        ]),
      );
      const code = part.closest("code");
      code.hidden = paths.length === 0;
      code.parentElement.querySelector(".plain").hidden = paths.length > 0;
    }
  }

  let graph;
  window.unfoldExpand = (found) => (graph = found);

  function withBox(item) {
    const { path } = item.dataset;
    if (path === undefined) return;
    const name = item.querySelector("code");
    const check = el("input", { type: "checkbox" });
    check.checked = ticked.has(path);
    check.addEventListener("change", () => {
      if (check.checked) ticked.add(path);
      else ticked.delete(path);
      update();
    });
    const label = el("label");
    name.replaceWith(label);
    label.append(check, name);
  }

  /** A button that unfolds what the page does not hold. */
  function deeper(item, on, keys, left) {
    if (left < 1 || keys.length === 0) return;
    const name = item.querySelector("code").textContent;
    const button = el(
      "button",
      { type: "button", "aria-expanded": "false" },
      "more",
      el("span", { class: "vh" }, ` below ${name}`),
    );
    let inner;
    button.addEventListener("click", async () => {
      if (!inner) {
        await load("expand.js");
        inner = unfolded(keys, on, left);
        item.append(inner);
        button.setAttribute("aria-expanded", "true");
        return;
      }
      inner.hidden = !inner.hidden;
      button.setAttribute("aria-expanded", String(!inner.hidden));
    });
    item.append(" ", button);
  }

  function unfolded(keys, before, left) {
    const branches = new Map();
    for (const key of keys) {
      for (const [name, next, flags, type] of Object.hasOwn(graph.nodes, key)
        ? graph.nodes[key]
        : []) {
        const known = branches.get(name);
        branches.set(
          name,
          known
            ? { ...known, next: [...new Set([...known.next, ...next])], flags: known.flags | flags }
            : { next, flags, type },
        );
      }
    }
    const items = [...branches].flatMap(([name, { next, flags, type }]) => {
      const isList = (flags & 2) !== 0 && graph.segment !== "";
      const isEnd = (flags & 1) !== 0;
      const rest = left - (isList ? 2 : 1);
      const goesOn = rest >= 1 && next.some((key) => Object.hasOwn(graph.nodes, key));
      if (!isEnd && !goesOn) return [];
      const item = el(
        "li",
        {},
        el("code", {}, isList && goesOn && !isEnd ? `${name}.${graph.segment}` : name),
        " ",
        typeOf(next, flags, type),
      );
      if (isEnd) item.dataset.path = before + name;
      withBox(item);
      deeper(
        item,
        `${before}${name}.${isList ? `${graph.segment}.` : ""}`,
        goesOn ? next : [],
        rest,
      );
      return [item];
    });
    return el("ul", {}, ...items);
  }

  function typeOf(keys, flags, type) {
    const text = el("span", { class: "t" }, (flags & 2) !== 0 ? "list of " : "");
    if (type !== undefined) text.append(type);
    keys.forEach((key, n) => {
      const [name, file] = Object.hasOwn(graph.names, key) ? graph.names[key] : [key];
      text.append(n === 0 ? "" : " | ", file ? el("a", { href: root + file }, name) : name);
    });
    return text;
  }

  if (tree) {
    const most = Number(tree.dataset.depth) || Infinity;
    for (const item of tree.querySelectorAll("li")) {
      const { on, keys } = item.dataset;
      withBox(item);
      if (keys) deeper(item, on, JSON.parse(keys), most - (on.split(".").length - 1));
    }
  }
})();
