// The search: every name reduced to what its spellings have in common, all of them in one long text.

// The same key as toolkit/glossary/lookup/key.py makes; its tables come with the data, and a test compares the two.
function keyMaker(rules) {
  const table = (entries) => {
    const map = new Map(Object.entries(entries));
    const wanted = [...map.keys()].map((char) => char.replace(/[\\\]^-]/g, "\\$&")).join("");
    const pattern = new RegExp(`[${wanted}]`, "gu");
    return (text) => text.replace(pattern, (char) => map.get(char));
  };
  const marks = table(rules.marks);
  const kana = table(rules.kana);
  return (text) => {
    let low = text.normalize("NFKC").toLowerCase();
    if (/[^\x00-\x7f]/.test(low)) low = bare(low);
    low = marks(low);
    if (/[^\x00-\x7f]/.test(low)) {
      low = kana(low);
      for (const [one, other] of rules.sounds) low = low.replaceAll(one, other);
    }
    const words = low.split(/\s+/u).filter(Boolean);
    if (words.length < 2) return words[0] || "";
    low = words.filter((word) => word !== "the").map((word) => rules.words[word] || word).join(" ");
    for (const [british, american] of rules.spellings) low = low.replaceAll(british, american);
    return low;
  };
}

function bare(text) {
  return text.toLowerCase().normalize("NFD").replaceAll("đ", "d").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
}

const squeeze = (key) => key.replaceAll(" ", "");

// How well a name answers, best first.
const EXACT = 0, SAME = 1, OPENS = 2, BEGINS = 3, WORD = 4, INSIDE = 5, ACROSS = 6, SHADES = 8;

class Search {
  // names: [text, number of the concept, number of its term or -1 for the reading] for every name;
  // ranks: for each concept, what comes first of those that answer equally well.
  constructor(names, ranks, key) {
    this.key = key;
    this.names = names;
    this.ranks = ranks;
    this.owners = Int32Array.from(names, (name) => name[1]);
    this.starts = new Int32Array(names.length + 1);
    this.tabs = new Int32Array(names.length);
    const lines = [];
    let at = 0;
    names.forEach(([text], number) => {
      const spaced = key(text);
      const line = spaced.includes(" ") ? `\n${spaced}\t${squeeze(spaced)}` : `\n${spaced}`;
      this.starts[number] = at;
      this.tabs[number] = at + spaced.length + 1;
      at += line.length;
      lines.push(line);
    });
    this.starts[names.length] = at;
    this.text = lines.join("") + "\n";
  }

  // The numbers of the concepts that answer, best first, and for each concept the number of the name that did.
  // `wanted` says which names count.
  find(query, wanted = null) {
    const quoted = /^\s*["“”„「『«](.+?)["“”」』»]?\s*$/u.exec(query);
    const asked = (quoted ? quoted[1] : query).normalize("NFC").trim();
    const spaced = this.key(asked);
    if (!spaced) return { concepts: new Int32Array(0), name: null };
    const { names, owners, ranks } = this;
    const low = asked.toLowerCase();
    const marked = !quoted && bare(asked) !== low;
    const best = new Uint8Array(ranks.length).fill(255);
    const name = new Int32Array(ranks.length);
    const found = [];
    for (const needle of new Set([spaced, squeeze(spaced)])) {
      this.scan(needle, (number, closeness) => {
        const concept = owners[number];
        let score = closeness;
        if (score > best[concept]) return;
        if (quoted) {
          if (names[number][0] !== asked) return;
          score = EXACT;
        } else if (score === SAME && names[number][0] === asked) score = EXACT;
        // Who types Hà Nam with its marks does not mean Hạ Nam.
        else if (marked && !names[number][0].toLowerCase().includes(low)) score += SHADES;
        if (score >= best[concept] || (wanted && !wanted(concept, names[number][2]))) return;
        if (best[concept] === 255) found.push(concept);
        best[concept] = score;
        name[concept] = number;
      });
    }
    // Score, then rank, then the order of the glossary, in one number each: sorting needs no function.
    const order = Float64Array.from(found, (concept) => (best[concept] * 65536 + ranks[concept]) * 1e6 + concept);
    return { concepts: Int32Array.from(order.sort(), (value) => value % 1e6), name };
  }

  // Every name that holds the needle, once, in order, and how well it answers.
  scan(needle, tell) {
    const { text, starts, tabs } = this;
    const LINE = 10, TAB = 9, SPACE = 32;
    let number = 0;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, starts[number + 1])) {
      while (starts[number + 1] <= at) number += 1;
      const before = text.charCodeAt(at - 1), after = text.charCodeAt(at + needle.length);
      let score = at > tabs[number] ? ACROSS : INSIDE;
      if (before === LINE || before === TAB) score = after === LINE || after === TAB ? SAME : after === SPACE ? OPENS : BEGINS;
      else if (before === SPACE) score = WORD;
      tell(number, score);
    }
  }
}
