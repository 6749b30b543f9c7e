"use strict";
// What all pages share: the language of the page, small ways to build elements, copying.

const DATA = JSON.parse(document.getElementById("data").textContent);
const LANGS = Object.keys(DATA.words.language);
const page = { lang: document.documentElement.lang, redraw: () => {} };

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// Text goes in as text only: nothing in a glossary or an article can become markup.
function el(tag, attributes = {}, ...children) {
  const svg = ["svg", "rect", "path", "text", "line", "g", "title"].includes(tag) || attributes.svg;
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "svg" || value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

// A text of the page in the reader's language, {braces} filled in.
function say(key, values = {}) {
  const text = DATA.words[key][page.lang];
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

function day(iso) {
  const [y, m, d] = iso.split("-").map(Number);
  const month = new Intl.DateTimeFormat(page.lang, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(y, m - 1, d)));
  return say("date", { y, m, d, month });
}

// The languages, the reader's own first.
const order = () => [page.lang, ...LANGS.filter((lang) => lang !== page.lang)];

function number(value) {
  return new Intl.NumberFormat(page.lang).format(value);
}

function stored(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, value);
  } catch { /* a browser that keeps nothing for pages from a disk */ }
  return null;
}

function speak(lang, keep = false) {
  page.lang = lang;
  document.documentElement.lang = lang;
  if (keep) stored("vje-language", lang);
  for (const node of $$("[data-w]")) node.textContent = say(node.dataset.w, node.dataset);
  for (const node of $$("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  for (const node of $$("[data-placeholder]")) node.setAttribute("placeholder", say(node.dataset.placeholder));
  for (const node of $$("[data-day]")) node.textContent = day(node.dataset.day);
  for (const button of $$("[data-language]")) button.setAttribute("aria-pressed", button.dataset.language === lang);
  if (document.body.dataset.title) document.title = say(document.body.dataset.title);
  page.redraw();
}

// What the address asks for, what the reader chose before, what the page was made for, what the browser prefers, what
// the page is written in.
function firstLanguage() {
  const asked = new URLSearchParams(location.search).get("lang");
  const made = "pinned" in document.documentElement.dataset ? [page.lang] : [];
  const wishes = [asked, stored("vje-language"), ...made, ...(navigator.languages || []).map((tag) => tag.slice(0, 2))];
  return wishes.find((lang) => LANGS.includes(lang)) || page.lang;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = el("textarea", { class: "unseen" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
  }
  const before = button.textContent;
  button.textContent = say("copied");
  button.classList.add("done");
  setTimeout(() => { button.textContent = before; button.classList.remove("done"); }, 1200);
}

for (const button of $$("[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset.language, true));
}
