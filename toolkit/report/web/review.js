// The review: filters, the entry of a term beside it, links that stay valid.

const filter = $("#filter"), pop = $("#pop");
const FIELDS = ["article", "severity", "check", "only"];

function chosen() {
  const fields = new FormData(filter);
  return Object.fromEntries(FIELDS.map((name) => [name, fields.get(name) || ""]));
}

function apply() {
  const want = chosen();
  let shown = 0;
  for (const section of $$(".article")) {
    let here = 0;
    for (const row of $$(".row", section)) {
      const severities = row.dataset.severities.split(" ").filter(Boolean);
      const checks = row.dataset.checks.split(" ").filter(Boolean);
      // A finding must be of both kinds at once, so the two lists are read side by side.
      const hits = checks.filter((check, at) => (!want.check || check === want.check) && (!want.severity || severities[at] === want.severity));
      const asked = want.check || want.severity || want.only;
      row.hidden = (want.article && section.dataset.article !== want.article) || (asked && !hits.length);
      if (!row.hidden) here += 1;
      for (const item of $$("[data-check]", row)) {
        item.hidden = (want.check && item.dataset.check !== want.check) || (want.severity && item.dataset.severity !== want.severity);
      }
    }
    section.hidden = !here;
    shown += here;
  }
  $("#count").textContent = say("shown-n", { n: number(shown) });
}

function remember() {
  const given = new URLSearchParams(Object.entries(chosen()).filter(([, value]) => value));
  history.replaceState(null, "", String(given) ? `#?${given}` : "#");
  apply();
}

// A link may ask for filters (#?check=…) or for one place, which no filter may hide.
function arrive() {
  const hash = decodeURIComponent(location.hash.slice(1));
  if (hash.startsWith("?")) {
    const given = new URLSearchParams(location.hash.slice(2));
    for (const name of FIELDS) {
      const field = filter.elements[name];
      if (field.type === "checkbox") field.checked = given.has(name);
      else field.value = given.get(name) || "";
    }
    apply();
    return;
  }
  const target = hash && document.getElementById(hash);
  if (!target) return;
  if (target.closest("[hidden]")) { filter.reset(); apply(); }
  target.scrollIntoView({ block: target.offsetHeight > innerHeight / 2 ? "start" : "center" });
  for (const row of $$(".arrived")) row.classList.remove("arrived");
  target.classList.add("arrived");
}

// ---- the entry beside the term, on hover and on focus

function beside(link) {
  const entry = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!entry) return;
  pop.replaceChildren(...[...entry.cloneNode(true).childNodes]);
  pop.hidden = false;
  link.setAttribute("aria-describedby", "pop");
  const spot = link.getClientRects()[0] || link.getBoundingClientRect();
  const size = pop.getBoundingClientRect();
  const below = spot.bottom + size.height + 12 < innerHeight || spot.top < size.height + 12;
  pop.style.left = `${Math.max(8, Math.min(spot.left, innerWidth - size.width - 8)) + scrollX}px`;
  pop.style.top = `${(below ? spot.bottom + 6 : spot.top - size.height - 6) + scrollY}px`;
  const row = link.closest(".row");
  if (row && link.dataset.concept) {
    for (const same of $$("a.term", row)) same.classList.toggle("alike", same.dataset.concept === link.dataset.concept);
  }
}

function away() {
  pop.hidden = true;
  for (const link of $$("[aria-describedby=pop]")) link.removeAttribute("aria-describedby");
  for (const link of $$(".alike")) link.classList.remove("alike");
}

const popped = (event) => event.target.closest?.("[data-pop]");
document.addEventListener("mouseover", (event) => {
  const link = popped(event);
  if (link) { away(); beside(link); } else if (!pop.contains(event.target) && !popped({ target: document.activeElement })) away();
});
document.addEventListener("focusin", (event) => { away(); if (popped(event)) beside(popped(event)); });
document.addEventListener("focusout", away);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") away(); });

filter.addEventListener("input", remember);
filter.addEventListener("submit", (event) => event.preventDefault());
$("#clear").addEventListener("click", () => { filter.reset(); remember(); });
addEventListener("hashchange", arrive);

document.body.dataset.title = "review";
page.redraw = apply;
speak(firstLanguage());
arrive();
