"""An archive gives the same bytes on any engine, and a run that was stopped loses and doubles nothing."""

from __future__ import annotations

import gzip
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from glossary_rows import row, write

from toolkit import Catalog, Glossary, extract, read_article
from toolkit.corpus.arrow import mapper, schema
from toolkit.corpus.batch import Batch, Kind
from toolkit.corpus.engine import pool
from toolkit.corpus.origin import batches
from toolkit.corpus.plan import Plan, StrictError
from toolkit.corpus.progress import Progress
from toolkit.corpus.run import Job, Outcome, run
from toolkit.errors import InputError, ToolkitError

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
#: Form -> what stands around it; each sentence names one thing once.
SENTENCES = {
    "Huế": ("vi", "Mưa lớn ở Huế trong hai ngày."),
    "Hue": ("en", "Heavy rain fell on Hue for two days."),
    "フエ": ("ja", "フエでは大雨が2日間続いた。"),
    "ユエ": ("ja", "ユエでは大雨が2日間続いた。"),
}


@dataclass(frozen=True)
class Archive:
    """Records, the glossary they need, and how often each form stands in each year."""

    path: Path
    glossary: Path
    times: dict[tuple[str, str], int]
    records: int


class Poison(Batch):
    """Whoever unpacks it ends."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def archive(folder: Path, count: int, seed: int = 1) -> Archive:
    chance = random.Random(seed)
    times: Counter[tuple[str, str]] = Counter()
    lines = []
    for number in range(count):
        form = chance.choice(list(SENTENCES))
        lang, sentence = SENTENCES[form]
        year, repeated = chance.randrange(2015, 2025), chance.randrange(1, 4)
        times[form, str(year)] += repeated
        record = {"id": f"a{number}", "text": sentence * repeated, "lang": lang, "date": f"{year}-05-0{repeated}"}
        if lang != "ja":
            record["text"] = " ".join([sentence] * repeated)
        lines.append(json.dumps({**record, "source": chance.choice(["north", "south"])}, ensure_ascii=False))
    path = folder / "archive.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    hue = row("vn.city.hue", subject="place.city", country="VN", en="Hue", vi="Huế", ja="フエ", ja_deprecated="ユエ")
    write(folder / "terms", hue)
    return Archive(path, folder / "terms", dict(times), count)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive(tmp_path_factory.mktemp("small"), 200)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive(tmp_path_factory.mktemp("large"), 900)


@pytest.fixture(scope="module")
def plain(large: Archive, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process writes, one record after the other; its counts are right."""
    out = tmp_path_factory.mktemp("plain") / "out"
    finish(large, out)
    assert counted(out) == large.times
    assert len(rows(out / "concordance.jsonl")) == sum(large.times.values())
    return content(out)


def plan(task: str, given: Archive, **wishes: Any) -> Plan:
    return Plan(task, (str(given.glossary),), {}, messages=True, **wishes)


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def counted(out: Path) -> dict[tuple[str, str], int]:
    times: Counter[tuple[str, str]] = Counter()
    for found in rows(out / "terms.jsonl"):
        times[found["form"], found["year"]] += found["times"]
    return dict(times)


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def command(given: Archive, out: Path, *options: str) -> list[str]:
    head = [sys.executable, "-m", "toolkit", "corpus", "terms", str(given.path), "--out", str(out), "--no-curated"]
    return [*head, "--glossary", str(given.glossary), "--concept", "vn.city.hue", "--batch", "20", *options]


def start(given: Archive, out: Path, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command(given, out, *options), stderr=subprocess.PIPE, cwd=ROOT)


def finish(given: Archive, out: Path, *options: str) -> str:
    done = subprocess.run(command(given, out, *options), cwd=ROOT, stderr=subprocess.PIPE, check=True)
    return done.stderr.decode()


def until(fact: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Wait for something that a running process does."""
    while not fact():
        assert process.poll() is None, process.stderr.read().decode() if process.stderr else ""
        time.sleep(0.005)


def test_every_name_is_counted_by_form_and_year(small: Archive, tmp_path: Path) -> None:
    """What was put into the texts is what comes out, to the last one."""
    outcome = run(Job(plan("terms", small, concepts=("vn.city.hue",)), small.path, tmp_path / "out", size=30))
    assert outcome == Outcome(200, 0)
    assert counted(tmp_path / "out") == small.times
    context = rows(tmp_path / "out" / "concordance.jsonl")
    assert len(context) == sum(small.times.values())
    assert {(line["left"] + line["form"] + line["right"])[:50] for line in context} >= {SENTENCES["フエ"][1]}
    to_avoid = [line for line in rows(tmp_path / "out" / "avoid.jsonl") if line["form"] == "ユエ"]
    assert len(to_avoid) == sum(number for (form, _), number in small.times.items() if form == "ユエ")
    assert {line["instead"] for line in to_avoid} == {"フエ"}
    assert "ユエ" in (tmp_path / "out" / "summary.html").read_text(encoding="utf-8")


def test_lines_zipped_lines_and_parquet_are_one_input(small: Archive, tmp_path: Path) -> None:
    """How the records are packed does not change what they say."""
    data = small.path.read_bytes()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data))
    with pa.CompressedOutputStream(str(tmp_path / "b.jsonl.zst"), "zstd") as stream:
        stream.write(data)
    table = pa.Table.from_pylist(rows(small.path)).rename_columns(["key", "body", "lang", "day", "source"])
    pq.write_table(table, tmp_path / "c.parquet")
    wishes = plan("terms", small)
    for name in ("a.jsonl.gz", "b.jsonl.zst"):
        run(Job(wishes, tmp_path / name, tmp_path / f"out-{name}", size=30))
        assert counted(tmp_path / f"out-{name}") == small.times
    renamed = replace(wishes, columns={"text": "body", "id": "key", "date": "day"})
    run(Job(renamed, tmp_path / "c.parquet", tmp_path / "out-c", size=30))
    assert counted(tmp_path / "out-c") == small.times


def test_parquet_holds_the_same_rows(small: Archive, tmp_path: Path) -> None:
    """The form of the output is a matter of taste."""
    for task, name in (("terms", "terms"), ("segment", "sentences")):
        run(Job(plan(task, small), small.path, tmp_path / f"{task}-a"))
        run(Job(plan(task, small), small.path, tmp_path / f"{task}-b", form="parquet"))
        assert pq.read_table(tmp_path / f"{task}-b" / f"{name}.parquet").to_pylist() == rows(
            tmp_path / f"{task}-a" / f"{name}.jsonl"
        )


def test_segments_point_into_their_text(small: Archive, tmp_path: Path) -> None:
    """A sentence of an archive can be found again."""
    run(Job(plan("segment", small), small.path, tmp_path / "out", size=7))
    texts = {record["id"]: record["text"] for record in rows(small.path)}
    found = rows(tmp_path / "out" / "sentences.jsonl")
    assert [line["article"] for line in found if line["number"] == 1] == list(texts)
    assert all(texts[line["article"]][line["start"] : line["end"]] == line["text"] for line in found)
    assert {line["text"] for line in found} == {sentence for _, sentence in SENTENCES.values()}


def test_bad_records_are_told_with_their_place_and_passed_over(
    small: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bad record in a million costs one line in a report."""
    lines = small.path.read_bytes().splitlines()
    lines[3] = b"{no json"
    lines[5] = b'{"text": ""}'
    lines[7] = b'{"text": "42", "id": "x"}'
    lines[9] = b'{"text": "\xff"}'
    lines[11] = b'{"text": "Mua.", "lang": "vi", "date": "yesterday"}'
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b"\n".join(lines))
    outcome = run(Job(plan("terms", small), path, tmp_path / "out", size=20))
    assert outcome == Outcome(195, 5)
    bad = {line["place"]: line["message"] for line in rows(tmp_path / "out" / "bad.jsonl")}
    assert list(bad) == [f"{path}:{number}" for number in (4, 6, 8, 10, 12)]
    assert [
        word in told for word, told in zip(("JSON", "text", "language", "UTF-8", "date"), bad.values(), strict=True)
    ]
    assert f"{path}:4: is no JSON" in capsys.readouterr().err
    with pytest.raises(StrictError, match=r"bad\.jsonl:4: is no JSON"):
        run(Job(plan("terms", small, strict=True), path, tmp_path / "strict"))


def test_a_file_that_ends_in_the_middle_is_one_bad_record(small: Archive, tmp_path: Path) -> None:
    """What can be read of a broken archive counts."""
    (tmp_path / "in").mkdir()
    whole = gzip.compress(small.path.read_bytes())
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "in" / "b.jsonl").write_bytes(small.path.read_bytes())
    (tmp_path / "in" / "c.parquet").write_bytes(b"PAR1 is not enough")
    outcome = run(Job(plan("segment", small), tmp_path / "in", tmp_path / "out", size=20))
    assert outcome.records >= 200
    assert outcome.bad == 2
    told = [line["message"] for line in rows(tmp_path / "out" / "bad.jsonl")]
    assert "the rest of the file cannot be read" in told[0]
    assert "Parquet" in told[1]


def test_catalogs_of_a_folder_are_those_of_extract(tmp_path: Path) -> None:
    """An archive gets the catalogs that vje extract would have written, one article after the other."""
    wishes = Plan("extract", (), {}, targets=("ja",), only="en")
    assert run(Job(wishes, ROOT / "articles", tmp_path / "out", form="catalogs")).bad == 0
    articles = sorted((ROOT / "articles").glob("*.en.txt"))
    catalogs = sorted((tmp_path / "out" / "ja" / "LC_MESSAGES").iterdir())
    assert [path.stem for path in catalogs] == [path.name.removesuffix(".en.txt") for path in articles]
    for article, path in zip(articles, catalogs, strict=True):
        alone = extract(read_article(article), "ja", Glossary())
        assert [(m.msgid, m.notes) for m in Catalog.load(path)] == [(m.msgid, m.notes) for m in alone]
        assert (tmp_path / "out" / f"{path.stem}.pot").exists()


def test_two_records_with_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """A catalog has the name of its record; the second one of that name is told, and nothing is lost in silence."""
    path = tmp_path / "twice.jsonl"
    texts = ["Rain fell on the town all day.", "The sun shone on the town all day."]
    path.write_text("\n".join(json.dumps({"id": "a", "lang": "en", "text": text}) for text in texts), encoding="utf-8")
    for size in (1, 2):
        out = tmp_path / f"out-{size}"
        run(Job(Plan("extract", (), {}, targets=("vi",)), path, out, form="catalogs", size=size))
        assert [message.msgid for message in Catalog.load(out / "vi" / "LC_MESSAGES" / "a.po")] == texts[:1]
        assert rows(out / "bad.jsonl")


def test_checks_of_pairs_and_catalogs(small: Archive, tmp_path: Path) -> None:
    """A column with translations, or a folder of catalogs, is checked as a desk would check it."""
    pairs = [
        {"text": "Rain in Hue.", "lang": "en", "target": "フエで雨。", "target_lang": "ja", "date": "2024-05-01"},
        {"text": "Rain in Hue.", "lang": "en", "target": "ハノイで雨。", "target_lang": "ja", "date": "2024-05-01"},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(pair) for pair in pairs), encoding="utf-8")
    run(Job(plan("check", small), path, tmp_path / "out"))
    found = rows(tmp_path / "out" / "findings.jsonl")
    assert [(line["place"], line["check"]) for line in found] == [(f"{path}:2", "term-missing")]
    run(Job(plan("terms", small), path, tmp_path / "terms"))
    renderings = {
        (line["form"], line["rendering"]): line["times"] for line in rows(tmp_path / "terms/renderings.jsonl")
    }
    assert renderings == {("Hue", "フエ"): 1, ("Hue", ""): 1}
    (tmp_path / "po").mkdir()
    head = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n"X-Source-Language: en\\n"\n\n'
    entry = 'msgid "Rain in Hue."\nmsgstr "ユエで雨。"\n'
    (tmp_path / "po" / "2024-05-01-rain.po").write_text(head + entry, encoding="utf-8")
    run(Job(plan("check", small), tmp_path / "po", tmp_path / "po-out"))
    assert [line["check"] for line in rows(tmp_path / "po-out" / "findings.jsonl")].count("term-deprecated") == 1
    run(Job(plan("terms", small), tmp_path / "po", tmp_path / "po-terms"))
    assert [line["rendering"] for line in rows(tmp_path / "po-terms" / "renderings.jsonl")] == ["ユエ"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_goes_on_where_it_stopped(
    large: Archive, plain: dict[str, bytes], tmp_path: Path, jobs: str
) -> None:
    """Killed twice and resumed twice: not one record lost, not one counted twice, and no worker left behind."""
    out = tmp_path / "out"
    for number in (8, 20):
        options = ("--jobs", jobs, *(["--resume"] if number > 8 else []))
        process = start(large, out, *options)
        until((out / ".vje-run" / "000000" / f"{number:03}.part").exists, process)
        workers = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert not psutil.wait_procs(workers, timeout=10)[1]
    first = (out / ".vje-run" / "000000" / "005.part").stat().st_mtime_ns
    with pytest.raises(subprocess.CalledProcessError) as error:
        finish(large, out)
    assert "--resume goes on with it" in error.value.stderr.decode()
    assert (out / ".vje-run" / "000000" / "005.part").stat().st_mtime_ns == first
    assert "900 records" in finish(large, out, "--resume", "--jobs", jobs)
    assert content(out) == plain
    assert "finished before" in finish(large, out, "--resume")


def test_a_killed_dask_worker_costs_nothing_but_time(large: Archive, plain: dict[str, bytes], tmp_path: Path) -> None:
    """The batches it had in hand are done by another one, once, and the bytes are those of a single process."""
    out = tmp_path / "out"
    process = start(large, out, "--jobs", "2", "--dask")
    until((out / ".vje-run" / "000000" / "010.part").exists, process)
    workers = [
        child
        for child in psutil.Process(process.pid).children(recursive=True)
        if "spawn_main" in " ".join(child.cmdline())
    ]
    workers[0].kill()
    _, told = process.communicate()
    assert process.returncode == 0, told.decode()
    assert content(out) == plain


def test_a_killed_worker_of_the_pool_is_replaced(small: Archive) -> None:
    """The system kills a process that took too much memory; the run goes on."""
    wishes = plan("terms", small)
    parts = pool.run(wishes, batches(small.path, 5), 2)
    done = [next(parts)]
    victim = next(c for c in psutil.Process().children() if "spawn_main" in " ".join(c.cmdline()))
    victim.kill()
    done += parts
    assert [part.number for part in done] == list(range(40))
    assert sum(part.records for part in done) == 200


def test_a_batch_that_kills_every_worker_is_named(small: Archive) -> None:
    """A run does not try for ever."""
    parts = pool.run(plan("terms", small), [Poison(0, Kind.LINES, "poison.jsonl", 1, b"", 0)], 1)
    with pytest.raises(ToolkitError, match=r"poison\.jsonl:1: the worker died 3 times"):
        next(parts)


def test_a_run_is_not_taken_for_another(small: Archive, tmp_path: Path) -> None:
    """Whoever resumes must ask for the same thing, and nobody's files are overwritten."""
    job = Job(plan("terms", small), small.path, tmp_path / "out", size=50)
    broken = replace(job, plan=replace(job.plan, strict=True), origin=tmp_path / "a.jsonl")
    broken.origin.write_bytes(small.path.read_bytes() + b"{\n")
    with pytest.raises(StrictError):
        run(broken)
    with pytest.raises(InputError, match="glossary or option"):
        run(replace(broken, resume=True, plan=replace(broken.plan, lang="vi")))
    assert run(replace(broken, resume=True, plan=replace(broken.plan, strict=False))) == Outcome(200, 1)
    with pytest.raises(InputError, match="not empty"):
        run(broken)
    with pytest.raises(InputError, match="inside the input"):
        run(replace(job, origin=tmp_path, out=tmp_path / "results"))
    with pytest.raises(InputError, match="no such file"):
        run(replace(job, origin=tmp_path / "nothing", out=tmp_path / "new"))


def test_a_batch_of_arrow_in_a_batch_of_arrow_out(small: Archive, tmp_path: Path) -> None:
    """Whoever has an engine of their own needs one function; its rows add up to those of a run."""
    run(Job(plan("segment", small), small.path, tmp_path / "out"))
    function = mapper(plan("segment", small).bundled(), "sentences")
    given = pa.Table.from_pylist([{**r, "place": f"{small.path}:{n}"} for n, r in enumerate(rows(small.path), 1)])
    made = list(function(given.to_batches(max_chunksize=64)))
    assert all(batch.schema == schema("sentences") for batch in made)
    assert pa.Table.from_batches(made).to_pylist() == rows(tmp_path / "out" / "sentences.jsonl")
    bad = list(mapper(plan("segment", small), "bad")(pa.Table.from_pylist([{"text": ""}]).to_batches()))
    assert bad[0].to_pylist()[0]["place"] == "row 1"


def test_progress_says_the_rate_and_the_time_left() -> None:
    """What an earlier run did is shown, and does not make this one look fast."""
    progress = Progress(1000, records=100, share=500)
    progress.add(50, 100)
    assert progress.line(10.0) == "150 records, 5/s, 60 %, 40 s left"


def test_the_page_about_archives_says_what_the_results_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a thousand million sentences would take is computed from the measured rates that lie beside it."""
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    billion = importlib.import_module("billion")
    results = billion.Results((ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8"))
    assert billion.section(results) in (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
