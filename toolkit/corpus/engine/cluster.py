"""
Dask distributed: a cluster of this machine, or one that exists already.

The plan with its glossary is sent to every worker once; a batch whose worker is killed is done again by another one.
"""

from __future__ import annotations

import importlib
from collections import deque
from typing import TYPE_CHECKING, Any

from toolkit.corpus.plan import Part, Plan, work
from toolkit.errors import InputError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.corpus.batch import Batch

#: Batches under way for each worker.
_AHEAD = 4
#: So often is a batch tried again after it lost its worker.
_RETRIES = 3
#: Seconds to wait for a scheduler that may not be there.
_PATIENCE = 20
LOCAL = "local"


def run(plan: Plan, batches: Iterable[Batch], address: str, jobs: int) -> Iterator[Part]:
    """
    Parts in the order of the batches.

    Args:
        plan: What to do.
        batches: With what.
        address: ``local``, or that of a scheduler: ``tcp://…``.
        jobs: Workers of a local cluster.

    Raises:
        InputError: Dask is not installed, or nobody answers there.
    """
    try:
        dask = importlib.import_module("distributed")  # a guest of the dask extra, and it tells no types
    except ImportError:
        raise InputError(_("--dask needs Dask"), remedy="pip install 'vje-toolkit[dask]'") from None
    if address != LOCAL:
        try:
            client = dask.Client(address, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise InputError(
                _("no Dask scheduler at {address}: {error}").format(address=address, error=error),
                remedy=_("check the address"),
            ) from None
        with client:
            yield from _through(client, plan, batches)
        return
    with (
        dask.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,
        dask.Client(cluster) as client,
    ):
        yield from _through(client, plan, batches)


def _through(client: Any, plan: Plan, batches: Iterable[Batch]) -> Iterator[Part]:
    packed = client.scatter(plan.bundled(), broadcast=True, hash=False)
    source = iter(batches)
    under_way: deque[Any] = deque()
    while True:
        workers = len(client.scheduler_info(n_workers=-1)["workers"]) or 1
        while len(under_way) < workers * _AHEAD and (batch := next(source, None)) is not None:
            under_way.append(client.submit(work, packed, batch, pure=False, retries=_RETRIES))
        if not under_way:
            return
        yield under_way.popleft().result()
