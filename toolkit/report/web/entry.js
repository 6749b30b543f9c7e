// One entry: its names, its time, what is known about it.

const [ID, SUBJECT, COUNTRY, TERMS, READING, FROM, UNTIL, AFTER, DEFINITION, NOTE, SOURCES, CONFIDENCE, EXAMPLES] =
  Array(13).keys();
const [TEXT, LANG, STATUS, STYLES] = Array(4).keys();

const concepts = DATA.concepts;
const numberOf = new Map(concepts.map((concept, number) => [concept[ID], number]));
const predecessors = new Map();
concepts.forEach((concept, number) => {
  for (const after of concept[AFTER]) predecessors.set(after, [...(predecessors.get(after) || []), number]);
});
const TODAY = new Date().toISOString().slice(0, 10);

const statusOf = (term) => DATA.statuses[term[STATUS]];
const langOf = (term) => LANGS[term[LANG]];
const stylesOf = (term) => (term[STYLES] || []).map((style) => DATA.styles[style]);
const preferred = (concept, lang) =>
  concept[TERMS].find((term) => langOf(term) === lang && statusOf(term) === "preferred");
const confidenceOf = (concept) => DATA.confidences[concept[CONFIDENCE]];
const subjectName = (subject) => DATA.labels[subject][page.lang];
const countryName = (code) => {
  const names = DATA.countries[code];
  return names ? names[LANGS.indexOf(page.lang)] : code || say("international");
};

// The name a reader of the page knows it by; the first there is where their language has none.
function known(concept) {
  const term = preferred(concept, page.lang) || concept[TERMS][0];
  return term ? term : [concept[ID], LANGS.indexOf(page.lang), 0];
}

// So many letters have room in a picture.
const ROOM = 17;

// The short name for a picture: the one without its kind; where a name is longer than the picture, another right one.
function brief(concept) {
  const best = known(concept);
  const mine = concept[TERMS].filter((term) => langOf(term) === langOf(best) && statusOf(term) !== "deprecated");
  const bare = mine.find((term) => stylesOf(term).join() === "bare") || best;
  if (bare[TEXT].length <= ROOM) return bare;
  return mine.find((term) => !stylesOf(term).length && term[TEXT].length <= ROOM) || bare;
}

function stateOn(concept, when) {
  if (concept[UNTIL] && concept[UNTIL] < when) return "expired";
  return concept[FROM] && concept[FROM] > when ? "future" : "valid";
}

function period(concept) {
  if (!concept[FROM] && !concept[UNTIL]) return say("always");
  if (!concept[UNTIL]) return say("future", { day: day(concept[FROM]) });
  if (!concept[FROM]) return say("expired", { day: day(concept[UNTIL]) });
  return say("period", { from: day(concept[FROM]), until: day(concept[UNTIL]) });
}

const nameLink = (concept, term = known(concept)) =>
  el("a", { href: `#${concept[ID]}`, lang: langOf(term) }, term[TEXT]);

const copyButton = (text, key = "copy", about = text) =>
  el("button", { type: "button", class: "small", "aria-label": `${say(key)}: ${about}`, onclick: (event) => copy(text, event.currentTarget) }, say(key));

function confidenceTag(concept) {
  const how = confidenceOf(concept);
  const tone = how === "own" ? "tag warn" : how === "verified" ? "tag good" : "tag";
  return el("span", { class: tone, title: say(`${how}-long`) }, say(how));
}

function entryView(number) {
  const concept = concepts[number];
  const langs = order();
  const names = langs.map((lang) => preferred(concept, lang));
  const line = LANGS.map((lang) => preferred(concept, lang)).filter(Boolean).map((term) => term[TEXT]).join(" = ");
  return el("article", { class: "entry" },
    el("p", { class: "kicker" },
      el("a", { href: `#?subject=${concept[SUBJECT] === undefined ? "" : DATA.subjects[concept[SUBJECT]]}` }, subjectName(DATA.subjects[concept[SUBJECT]])),
      concept[COUNTRY] ? ` · ${countryName(concept[COUNTRY])}` : "",
      " ", stateOn(concept, TODAY) === "valid" ? null : el("span", { class: "tag warn" }, period(concept)),
      " ", confidenceTag(concept)),
    el("h1", { tabindex: "-1", lang: langOf(known(concept)) }, known(concept)[TEXT]),
    el("div", { class: "three" }, langs.map((lang, at) => el("div", { class: "one" },
      el("span", { class: "soft" }, say(lang)),
      el("b", { lang: names[at] ? lang : page.lang, class: names[at] ? null : "soft" }, names[at] ? names[at][TEXT] : say("missing")),
      names[at] ? copyButton(names[at][TEXT]) : null))),
    el("p", { class: "actions" },
      copyButton(line, "copy-line"), " ",
      copyButton(location.href.split("#")[0] + `#${concept[ID]}`, "permalink", concept[ID]), " ",
      el("span", { class: "mono" }, concept[ID])),
    fact("definition", concept[DEFINITION] && el("p", { lang: "en" }, concept[DEFINITION])),
    fact("note", concept[NOTE] && el("p", { lang: "en", class: "note" }, concept[NOTE])),
    fact("validity", timeline(number)),
    fact("names", namesTable(concept)),
    fact("holders", tenures(number, 1)),
    fact("offices", tenures(number, 0)),
    fact("examples", sentencesOf(concept)),
    fact("sources", concept[SOURCES].length > 0 && el("div", {},
      el("p", { class: "soft" }, `${say("confidence")}${say("colon")}${say(`${confidenceOf(concept)}-long`)}`),
      el("ul", { class: "plain", lang: "en" }, concept[SOURCES].map((source) => el("li", {}, sourceOf(DATA.sources[source])))))));
}

function fact(key, content) {
  return content ? el("section", { class: "block" }, el("h2", {}, say(key)), content) : null;
}

// A source that is an address becomes a link; it is followed only when a reader clicks on it.
function sourceOf(text) {
  return /^https:\/\/[^\s]+$/.test(text) ? el("a", { href: text, rel: "noreferrer noopener" }, text) : text;
}

function namesTable(concept) {
  const cell = (term) => el("tr", {},
    el("td", { class: `term ${statusOf(term)}` }, el("span", { lang: langOf(term) }, term[TEXT])),
    el("td", {}, say(langOf(term))),
    el("td", {}, el("span", { class: statusOf(term) === "deprecated" ? "tag bad" : "tag" }, say(statusOf(term)))),
    el("td", {}, stylesOf(term).map((style) => (`style-${style}` in DATA.words ? say(`style-${style}`) : style.toUpperCase())).join(say("comma"))),
    el("td", { class: "tools" }, statusOf(term) === "deprecated" ? null : copyButton(term[TEXT])));
  const heads = ["name", "language", "status", "style"];
  return el("div", {},
    concept[READING] ? el("p", {}, `${say("reading")}${say("colon")}`, el("span", { lang: "ja" }, concept[READING])) : null,
    el("table", { class: "names" },
      el("thead", {}, el("tr", {}, heads.map((key) => el("th", { scope: "col" }, say(key))), el("td", {}))),
      el("tbody", {}, order().flatMap((lang) => concept[TERMS].filter((term) => langOf(term) === lang)).map(cell))));
}

// Bars on one axis: what was before, this entry, what came after.
function timeline(number) {
  const concept = concepts[number];
  const before = predecessors.get(number) || [];
  if (!before.length && !concept[AFTER].length && !concept[FROM] && !concept[UNTIL]) return null;
  const rows = [
    ...before.map((old) => ["before", concepts[old]]),
    ["this", concept],
    ...concept[AFTER].map((next) => ["after", concepts[next]]),
  ];
  const year = (iso) => Date.parse(iso) / 31557600000 + 1970;
  const dates = rows.flatMap(([, one]) => [one[FROM], one[UNTIL]]).filter(Boolean).map(year);
  const today = year(TODAY);
  const first = Math.min(...dates, today) - 3, last = Math.max(...dates, today) + 2;
  const x = (value) => (100 * (value - first)) / (last - first);
  return el("div", { class: "timeline" }, el("ol", { class: "plain" }, rows.map(([kind, one]) => {
    const from = one[FROM] ? x(year(one[FROM])) : 0;
    const until = one[UNTIL] ? x(year(one[UNTIL])) : 100;
    return el("li", { class: `span ${kind}` },
      el("span", { class: "soft" }, say(kind)),
      el("span", {}, kind === "this" ? el("b", { lang: langOf(known(one)) }, known(one)[TEXT]) : nameLink(one),
        el("span", { class: "soft" }, ` ${period(one)}`)),
      el("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
        el("rect", { class: "axis", x: 0, y: 2.75, width: 100, height: 0.5 }),
        el("rect", { class: "bar", x: from, y: 0.5, width: Math.max(until - from, 0.8), height: 5 }),
        el("rect", { class: "today", x: x(today), y: 0, width: 0.25, height: 6 })));
  })));
}

function tenures(number, side) {
  const rows = DATA.tenures.filter((tenure) => tenure[side] === number)
    .sort((one, other) => (other[3] || "").localeCompare(one[3] || ""));
  if (!rows.length) return null;
  return el("ul", { class: "plain" }, rows.map(([person, office, country, from, until, note]) => el("li", {},
    nameLink(concepts[side === 1 ? person : office]),
    el("span", { class: "soft" }, ` ${[country && countryName(country), `${from ? day(from) : "…"} – ${until ? day(until) : ""}`].filter(Boolean).join(say("comma"))}`),
    note ? el("span", { class: "soft", lang: "en" }, ` (${note})`) : null)));
}

function sentencesOf(concept) {
  if (!concept[EXAMPLES].length) return null;
  return el("ul", { class: "plain quotes" }, concept[EXAMPLES].map(([at, start, end]) => {
    const [article, lang, text] = DATA.sentences[at];
    const chars = [...text];
    return el("li", {},
      el("span", { lang }, chars.slice(0, start).join(""), el("mark", {}, chars.slice(start, end).join("")), chars.slice(end).join("")),
      el("span", { class: "mono" }, ` ${article}.${lang}`));
  }));
}
