// The site: what the address says, and what is shown for it. An address is all the state there is.

const view = $("#view"), form = $("#search"), box = $("#q"), counter = $("#count");
const STEP = 60;
let search = null, shown = STEP;

// ---- the search is made ready after the page has been shown

function ready() {
  if (search) return search;
  const names = [];
  const home = { VN: 0, JP: 1, "": 2 };
  const ranks = Int32Array.from(concepts, (concept) =>
    (concept[UNTIL] ? 20000 : 0) + (home[concept[COUNTRY]] ?? 3) * 4000 + kindRank(DATA.subjects[concept[SUBJECT]]) * 300
    + Math.min(299, concept[TERMS].length ? concept[TERMS][0][TEXT].length : 299));
  concepts.forEach((concept, number) => {
    concept[TERMS].forEach((term, at) => names.push([term[TEXT], number, at]));
    if (concept[READING]) names.push([concept[READING], number, -1]);
  });
  search = new Search(names, ranks, keyMaker(DATA.rules));
  return search;
}

// Of several things with one name, what a bare name means: Tokyo is the capital before it is an airport.
function kindRank(subject) {
  const order = ["place.country", "place.province", "place.prefecture", "place.city.capital", "place.city", "place",
    "institution", "title", "term", "organization", "person"];
  const at = order.findIndex((kind) => subject === kind || subject.startsWith(`${kind}.`));
  return at < 0 ? order.length : at;
}

// ---- what the reader wants: the fields, the address

function wishes() {
  const fields = new FormData(form);
  return Object.fromEntries(["q", "subject", "country", "status", "on", "unverified"].map((name) => [name, (fields.get(name) || "").trim()]));
}

function address(wish) {
  const given = new URLSearchParams(Object.entries(wish).filter(([, value]) => value));
  return String(given) ? `#?${given}` : "#";
}

function fill(wish) {
  for (const [name, value] of Object.entries(wish)) {
    const field = form.elements[name];
    if (field.type === "checkbox") field.checked = value !== "";
    else if (field.value !== value) field.value = value;
  }
  const used = ["subject", "country", "status", "on", "unverified"].filter((name) => wish[name]).length;
  $("#used").textContent = used ? `(${used})` : "";
}

const filtered = (wish) => Boolean(wish.subject || wish.country || wish.status || wish.on || wish.unverified);

function passes(wish) {
  const subject = wish.subject, when = wish.on;
  const subjects = DATA.subjects.map((one) => !subject || one === subject || one.startsWith(`${subject}.`));
  const status = DATA.statuses.indexOf(wish.status), own = DATA.confidences.indexOf("own");
  return (number, term) => {
    const concept = concepts[number];
    return subjects[concept[SUBJECT]]
      && (!wish.country || concept[COUNTRY] === (wish.country === "-" ? "" : wish.country))
      && (!wish.unverified || concept[CONFIDENCE] === own)
      && (!when || stateOn(concept, when) === "valid")
      && (status < 0 || (term >= 0 ? concept[TERMS][term][STATUS] === status : concept[TERMS].some((one) => one[STATUS] === status)));
  };
}

// ---- the views

function results(wish) {
  const wanted = passes(wish);
  const began = performance.now();
  const answer = wish.q ? ready().find(wish.q, filtered(wish) ? wanted : null)
    : { concepts: [...concepts.keys()].filter((number) => wanted(number, -1)), name: null };
  const found = answer.concepts;
  view.dataset.took = (performance.now() - began).toFixed(1);
  counter.textContent = found.length < 2 ? say(`results-${found.length}`) : say("results-n", { n: number(found.length) });
  const rows = [...found.slice(0, shown)].map((at) => resultRow(concepts[at], answer.name && search.names[answer.name[at]], wish));
  view.replaceChildren(
    el("h1", { class: "unseen", tabindex: "-1" }, say("search")),
    el("ol", { class: "plain results" }, rows),
    found.length > shown ? el("p", {}, el("button", { type: "button", onclick: () => { const at = shown; shown += STEP * 4; results(wish); $$(".results a")[at].focus(); } }, say("more"))) : "");
}

function resultRow(concept, name, wish) {
  const langs = order();
  const terms = langs.map((lang) => preferred(concept, lang));
  const said = name && !terms.some((term) => term && term[TEXT] === name[0]) ? name : null;
  const term = said && said[2] >= 0 ? concept[TERMS][said[2]] : null;
  const state = stateOn(concept, wish.on || TODAY);
  return el("li", {},
    el("a", { href: `#${concept[ID]}` }, langs.map((lang, at) =>
      terms[at] ? el("span", { lang }, terms[at][TEXT]) : el("span", { class: "soft" }, "–"))),
    el("p", { class: "meta" },
      said ? el("span", { class: "said" }, el("span", { lang: term ? langOf(term) : "ja" }, said[0]),
        term && statusOf(term) === "deprecated" ? el("span", { class: "tag bad" }, say("deprecated")) : null) : null,
      el("span", {}, subjectName(DATA.subjects[concept[SUBJECT]])),
      concept[COUNTRY] ? el("span", {}, countryName(concept[COUNTRY])) : null,
      state === "valid" ? null : el("span", { class: "tag warn" }, period(concept)),
      confidenceOf(concept) === "own" ? confidenceTag(concept) : null));
}

function overview() {
  counter.textContent = "";
  const count = (of) => {
    const counts = new Map();
    for (const concept of concepts) counts.set(of(concept), (counts.get(of(concept)) || 0) + 1);
    return [...counts].sort((one, other) => other[1] - one[1]);
  };
  const total = concepts.reduce((sum, concept) => sum + concept[TERMS].length, 0);
  const group = (concept) => DATA.subjects[concept[SUBJECT]].split(".")[0];
  const merged = mergers().filter((one) => one.old.length > 4 && one.next.length > 1);
  view.replaceChildren(
    el("h1", { tabindex: "-1" }, say("site")),
    el("p", { class: "figures" }, el("b", {}, number(concepts.length)), ` ${say("entries")} · `, el("b", {}, number(total)), ` ${say("names-total")}`),
    merged.length ? el("section", { class: "block" }, el("h2", {}, say("mergers")),
      el("ul", { class: "plain" }, merged.map((one) => el("li", {}, el("a", { href: mergerAddress(one) }, mergerTitle(one)))))) : "",
    el("div", { class: "charts" },
      chart("by-subject", count(group), subjectName, (key) => `#?subject=${key}`),
      chart("by-evidence", count(confidenceOf), (key) => say(key), (key) => (key === "own" ? "#?unverified=1" : null)),
      chart("by-language", LANGS.map((lang) => [lang, concepts.filter((concept) => preferred(concept, lang)).length]), (key) => say(key), () => null),
      chart("by-country", count((concept) => concept[COUNTRY]).slice(0, 10), countryName, (key) => `#?country=${key || "-"}`)),
    el("section", { class: "block" }, el("h2", {}, say("downloads")),
      el("ul", { class: "plain" }, DATA.files.map(([key, file]) => el("li", {}, el("a", { href: file, download: true }, say(key))))),
      el("p", { class: "soft" }, say("license"))));
}

function chart(key, rows, name, link) {
  const most = Math.max(...rows.map(([, value]) => value), 1);
  return el("section", { class: "block" }, el("h2", {}, say(key)), el("table", { class: "chart" }, el("tbody", {}, rows.map(([one, value]) =>
    el("tr", {}, el("th", { scope: "row" }, link(one) ? el("a", { href: link(one) }, name(one)) : name(one)),
      el("td", { class: "count" }, number(value)),
      el("td", {}, el("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, el("rect", { class: "bar", x: 0, y: 0, width: (100 * value) / most, height: 8 }))))))));
}

// ---- what became of what: all entries of one kind that ended on one day, and their successors

function mergers() {
  const found = new Map();
  concepts.forEach((concept, number) => {
    if (!concept[UNTIL] || !concept[AFTER].length) return;
    const begins = new Date(Date.parse(concept[UNTIL]) + 86400000).toISOString().slice(0, 10);
    const subject = DATA.subjects[concept[SUBJECT]];
    const next = concept[AFTER].filter((after) => concepts[after][SUBJECT] === concept[SUBJECT]);
    if (!next.length) return;
    const key = `${begins}/${subject}/${concept[COUNTRY]}`;
    const one = found.get(key) || { key, day: begins, subject, country: concept[COUNTRY], old: [], next: [] };
    one.old.push(number);
    for (const after of next) {
      if (one.next.includes(after)) continue;
      one.next.push(after);
      // What took others in and kept its name was there before as well.
      if (stateOn(concepts[after], concept[UNTIL]) === "valid") one.old.push(after);
    }
    found.set(key, one);
  });
  return [...found.values()].map(withUnchanged).sort((one, other) => other.old.length - one.old.length);
}

// What stayed as it was belongs to the picture: of 63 provinces eleven became no part of anything.
// Only of places do we know all that there were.
function withUnchanged(one) {
  if (!one.subject.startsWith("place.")) return { ...one, same: [] };
  const same = concepts.map((_, number) => number).filter((number) => {
    const concept = concepts[number];
    return DATA.subjects[concept[SUBJECT]] === one.subject && concept[COUNTRY] === one.country && !one.next.includes(number)
      && (!concept[FROM] || concept[FROM] < one.day) && (!concept[UNTIL] || concept[UNTIL] > one.day);
  });
  return { ...one, same };
}

const mergerAddress = (one) => `#/${one.key}`;
const mergerTitle = (one) => say("merger", {
  old: number(one.old.length + one.same.length), new: number(one.next.length + one.same.length),
  subject: subjectName(one.subject), country: countryName(one.country), day: day(one.day),
});

function picture(one) {
  const compare = new Intl.Collator(page.lang).compare;
  const name = (number) => brief(concepts[number])[TEXT];
  const groups = one.next.map((next) => ({
    next, old: [...(predecessors.get(next) || []), next].filter((old) => one.old.includes(old)).sort((a, b) => compare(name(a), name(b))),
  })).sort((a, b) => b.old.length - a.old.length || compare(name(a.next), name(b.next)));
  const block = ({ next, old }) => {
    const line = 28, height = old.length * line + 8;
    const label = (number, x, y, big) => el("a", { svg: true, href: `#${concepts[number][ID]}` },
      el("text", { x, y, class: big ? "big" : "", lang: langOf(brief(concepts[number])) }, name(number)));
    const middle = height / 2;
    return el("svg", { class: "merge", viewBox: `0 0 340 ${height}`, role: "group", "aria-label": `${old.map(name).join(" + ")} → ${name(next)}` },
      old.map((_, at) => el("path", { d: `M 156 ${at * line + 18} C 182 ${at * line + 18}, 170 ${middle}, 196 ${middle}` })),
      old.map((number, at) => label(number, 148, at * line + 23, false)),
      label(next, 204, middle + 6, true));
  };
  counter.textContent = "";
  view.replaceChildren(
    el("h1", { tabindex: "-1" }, mergerTitle(one)),
    el("p", { class: "soft" }, say("merger-lead", { day: day(one.day) })),
    el("div", { class: "picture" }, groups.map(block)),
    one.same.length ? el("section", { class: "block" }, el("h2", {}, `${say("unchanged")} (${one.same.length})`),
      el("p", { class: "list" }, one.same.sort((a, b) => compare(name(a), name(b))).map((number, at) => [at ? " · " : "", nameLink(concepts[number], brief(concepts[number]))]))) : "");
}

// ---- addresses

function show(focus = true) {
  const hash = decodeURIComponent(location.hash.slice(1));
  const wish = hash.startsWith("?") ? { ...blank(), ...Object.fromEntries(new URLSearchParams(location.hash.slice(2))) } : null;
  let title = say("site-short");
  if (wish || hash === "") fill(wish || blank());
  if (wish) {
    results(wish);
    if (wish.q) title = `${wish.q} – ${title}`;
  } else if (hash === "") overview();
  else if (hash.startsWith("/")) {
    const one = mergers().find((merger) => `/${merger.key}` === hash);
    if (one) picture(one);
    else view.replaceChildren(el("h1", { tabindex: "-1" }, say("no-entry")));
    if (one) title = `${mergerTitle(one)} – ${title}`;
  } else {
    const at = numberOf.get(hash);
    counter.textContent = "";
    if (at === undefined) view.replaceChildren(el("h1", { tabindex: "-1" }, say("no-entry")), el("p", { class: "mono" }, hash));
    else {
      view.replaceChildren(entryView(at));
      title = `${known(concepts[at])[TEXT]} – ${title}`;
    }
  }
  document.title = title;
  if (focus && document.activeElement !== box && !form.contains(document.activeElement)) {
    scrollTo(0, 0);
    $("h1", view)?.focus({ preventScroll: true });
  }
}

const blank = () => ({ q: "", subject: "", country: "", status: "", on: "", unverified: "" });

function typed() {
  const target = address(wishes());
  const here = location.hash === "" || location.hash.startsWith("#?") || location.hash === "#";
  shown = STEP;
  // Each letter is no page of its own: the back button leads out of the search, not through it.
  if (here) history.replaceState(null, "", target);
  else history.pushState(null, "", target);
  show(false);
}

function options() {
  const groups = new Map();
  for (const subject of [...DATA.subjects].sort((one, other) => subjectName(one).localeCompare(subjectName(other), page.lang))) {
    const group = subject.split(".")[0];
    groups.set(group, [...(groups.get(group) || []), subject]);
  }
  const subjects = [...groups].flatMap(([group, members]) => [
    el("optgroup", { label: subjectName(group) }, el("option", { value: group }, `${subjectName(group)}: ${say("all").toLowerCase()}`),
      members.filter((one) => one !== group).map((one) => el("option", { value: one }, subjectName(one))))]);
  const codes = [...new Set(concepts.map((concept) => concept[COUNTRY]))].filter(Boolean)
    .sort((one, other) => countryName(one).localeCompare(countryName(other), page.lang));
  const refill = (select, rest) => {
    const value = select.value;
    select.replaceChildren(el("option", { value: "" }, say("all")), ...rest);
    select.value = value;
  };
  refill(form.elements.subject, subjects);
  refill(form.elements.country, [...["VN", "JP"].filter((code) => codes.includes(code)), ...codes.filter((code) => !["VN", "JP"].includes(code))]
    .map((code) => el("option", { value: code }, countryName(code))).concat(el("option", { value: "-" }, say("international"))));
  refill(form.elements.status, DATA.statuses.map((status) => el("option", { value: status }, say(status))));
}

// ---- keys: / to the search, arrows through the results, Escape back

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  const links = $$(".results a");
  const at = links.indexOf(document.activeElement);
  if (event.key === "/" && !typing) box.focus();
  else if (event.key === "Escape" && document.activeElement === box && box.value) { box.value = ""; typed(); }
  else if (event.key === "Escape") box.focus();
  else if (event.key === "ArrowDown" && (document.activeElement === box || at >= 0)) (links[at + 1] || links[at])?.focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || box).focus();
  else if (event.key === "Enter" && document.activeElement === box && links.length) location.hash = links[0].hash;
  else return;
  event.preventDefault();
});

form.addEventListener("input", typed);
form.addEventListener("submit", (event) => event.preventDefault());
$("#clear").addEventListener("click", () => { fill({ ...blank(), q: box.value }); typed(); });
addEventListener("hashchange", () => { shown = STEP; show(); });
addEventListener("popstate", () => show());

page.redraw = () => { options(); show(false); };
if (matchMedia("(min-width: 50rem)").matches) $("#filters").open = true;
speak(firstLanguage());
setTimeout(ready, 0);
