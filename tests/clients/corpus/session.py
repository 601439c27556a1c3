"""Runs the cells of a notebook in one kernel and keeps what each of them showed, as a front end would."""

import dataclasses
import pathlib
import queue
import signal
import subprocess
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

START_SECONDS = 180
LATE_SECONDS = 0.3


@dataclasses.dataclass
class CellOutcome:
    """What became of a cell: ok, error, died or timeout, with its outputs in the order in which they came."""

    status: str = "ok"
    outputs: list = dataclasses.field(default_factory=list)


class Session:
    """A kernel that is started anew when it died or did not come back."""

    def __init__(self, kernels: pathlib.Path, name: str, folder: pathlib.Path, environment: dict):
        self._specs = KernelSpecManager(kernel_dirs=[str(kernels)], ensure_native_kernel=False)
        self._name, self._folder, self._environment = name, folder, environment
        self._manager = self._client = None

    def run(self, sources: list, cell_seconds: float) -> list:
        """Runs the cells one by one, whatever becomes of those before."""
        outcomes = [CellOutcome() for _ in sources]
        try:
            self._start()
            cells = {}
            displays = {}
            for source, outcome in zip(sources, outcomes):
                outcome.status = self._execute(source, outcome, cells, displays, cell_seconds)
                if outcome.status in ("died", "timeout"):
                    self._stop()
                    self._start()
                    displays.clear()
            self._drain(cells, displays)
        finally:
            self._stop()
        return outcomes

    def _start(self):
        self._manager = KernelManager(kernel_name=self._name, kernel_spec_manager=self._specs)
        # What goes past the protocol is not seen in a notebook either.
        self._manager.start_kernel(
            cwd=str(self._folder), env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._client = self._manager.client()
        self._client.start_channels()
        self._client.wait_for_ready(timeout=START_SECONDS)

    def _stop(self):
        if self._client is not None:
            self._client.stop_channels()
        if self._manager is not None and self._manager.has_kernel:
            # The whole group: .NET's host starts the tool as a process of its own, which would stay.
            self._manager.signal_kernel(signal.SIGKILL)
            self._manager.shutdown_kernel(now=True)
        self._manager = self._client = None

    def _execute(self, source, outcome, cells, displays, cell_seconds):
        request = self._client.execute(source, allow_stdin=False, stop_on_error=False)
        cells[request] = outcome
        end = time.monotonic() + cell_seconds
        while True:
            try:
                message = self._client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                if not self._manager.is_alive():
                    return "died"
                if time.monotonic() > end:
                    return "timeout"
                continue
            self._take(message, cells, displays)
            if is_idle(message, request):
                return self._reply(request)

    def _reply(self, request):
        """The reply's status; it may come a little after the kernel said that it is idle."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                message = self._client.get_shell_msg(timeout=0.2)
            except queue.Empty:
                if not self._manager.is_alive():
                    return "died"
                continue
            if message["parent_header"].get("msg_id") == request:
                return message["content"]["status"]
        return "timeout"

    def _drain(self, cells, displays):
        """Takes what comes after the last cell."""
        end = time.monotonic() + LATE_SECONDS
        while time.monotonic() < end:
            try:
                self._take(self._client.get_iopub_msg(timeout=0.1), cells, displays)
            except queue.Empty:
                pass

    @staticmethod
    def _take(message, cells, displays):
        outcome = cells.get(message["parent_header"].get("msg_id"))
        kind, content = message["msg_type"], message["content"]
        if outcome is None:
            return
        if kind == "stream":
            outcome.outputs.append({"kind": "stream", "name": content["name"], "text": content["text"]})
        elif kind in ("display_data", "execute_result"):
            output = {"kind": "shown", "data": content["data"]}
            outcome.outputs.append(output)
            if identity := content.get("transient", {}).get("display_id"):
                displays.setdefault(identity, []).append(output)
        elif kind == "update_display_data":
            # One that names a display which is not there is ignored, as front ends do.
            for output in displays.get(content.get("transient", {}).get("display_id"), []):
                output["data"] = content["data"]
        elif kind == "error":
            outcome.outputs.append({"kind": "error", "name": content["ename"], "value": content["evalue"], "trace": content["traceback"]})
        elif kind == "clear_output":
            outcome.outputs.clear()


def is_idle(message, request):
    return (
        message["msg_type"] == "status"
        and message["content"]["execution_state"] == "idle"
        and message["parent_header"].get("msg_id") == request
    )
