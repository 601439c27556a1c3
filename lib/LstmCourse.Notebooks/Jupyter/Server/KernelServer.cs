using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;
using LstmCourse.Notebooks.Kernel.Assistance;
using LstmCourse.Notebooks.Kernel.Scripting;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>
/// A Jupyter kernel on its five sockets. Shell requests are worked off one after the other on one thread, control requests on another,
/// so that an interrupt or a shutdown never waits for a cell.
/// </summary>
internal sealed class KernelServer : IDisposable
{
    private const int MostWaitingRequests = 1024;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly string _sessionId = Guid.NewGuid().ToString("N");
    private readonly MessageCodec _codec;
    private readonly CSharpSession _session;
    private readonly Action<string> _log;
    private readonly IopubChannel _iopub;
    private readonly StdinChannel _stdin;
    private readonly ZmtpListener _shell;
    private readonly ZmtpListener _control;
    private readonly ZmtpListener _heartbeat;
    private readonly ExecuteHandler _execute;
    private readonly AssistanceHandler _assistance;
    private readonly BlockingCollection<Request> _shellRequests = new(MostWaitingRequests);
    private readonly BlockingCollection<Request> _controlRequests = new(MostWaitingRequests);
    private readonly ManualResetEventSlim _stopped = new();

    /// <summary>Binds the sockets; requests are answered from <see cref="Run"/> on.</summary>
    public KernelServer(ConnectionInfo connection, CSharpSession session, NativeOutputs native, Action<string> log,
        ZmtpLimits? limits = null)
    {
        limits ??= new ZmtpLimits();
        (_session, _log, _codec) = (session, log, new MessageCodec(connection.Key));
        _iopub = new IopubChannel(connection.Iopub, limits, _codec, _sessionId, log);
        _stdin = new StdinChannel(connection.Stdin, limits, _codec, _sessionId, log);
        _shell = new ZmtpListener(ZmtpSocketType.Router, connection.Shell, limits, (c, m) => Receive(_shellRequests, c, m), log);
        _control = new ZmtpListener(ZmtpSocketType.Router, connection.Control, limits, (c, m) => Receive(_controlRequests, c, m), log);
        _heartbeat = new ZmtpListener(ZmtpSocketType.Rep, connection.Heartbeat, limits with { MessageBytes = 4096 }, (c, m) =>
            c.Send(m), log);
        _execute = new ExecuteHandler(session, _iopub, _stdin, native, () => WaitingRequests);
        _assistance = new AssistanceHandler(new SessionAssistant(session));
        Connection = connection with
        {
            ShellPort = _shell.Port,
            IopubPort = _iopub.Port,
            StdinPort = _stdin.Port,
            ControlPort = _control.Port,
            HeartbeatPort = _heartbeat.Port,
        };
    }

    /// <summary>Where the kernel can be reached, with the ports that the system chose where the connection file said 0.</summary>
    public ConnectionInfo Connection { get; }

    /// <summary>How many shell requests wait behind the one that is worked on.</summary>
    public int WaitingRequests => _shellRequests.Count;

    /// <summary>Answers requests until one asks the kernel to shut down, or <see cref="Stop"/> is called.</summary>
    public void Run()
    {
        _iopub.Start();
        _stdin.Start();
        _shell.Start();
        _control.Start();
        _heartbeat.Start();
        _iopub.PublishStatus("starting", null);
        new Thread(() => WorkOff(_shellRequests, HandleShell)) { IsBackground = true, Name = "shell" }.Start();
        new Thread(() => WorkOff(_controlRequests, HandleControl)) { IsBackground = true, Name = "control" }.Start();
        _stopped.Wait();
    }

    /// <summary>Lets <see cref="Run"/> return.</summary>
    public void Stop() => _stopped.Set();

    /// <summary>Sends what a running cell has written, before the process ends.</summary>
    public void SayLastWords()
    {
        _execute.FlushRunning();
        _iopub.Flush(LastWords);
    }

    public void Dispose()
    {
        Stop();
        _iopub.Dispose();
        _stdin.Dispose();
        _shell.Dispose();
        _control.Dispose();
        _heartbeat.Dispose();
        _shellRequests.CompleteAdding();
        _controlRequests.CompleteAdding();
    }

    private void Receive(BlockingCollection<Request> queue, ZmtpConnection connection, IReadOnlyList<byte[]> frames)
    {
        try
        {
            var request = new Request(_codec.Decode(frames), connection, _codec, _sessionId);
            // VS Code has sent interrupts on shell, where they would wait for the very cell that they are to stop.
            if (request.Type == "interrupt_request") queue = _controlRequests;
            queue.Add(request);
        }
        catch (MessageException e)
        {
            _log($"a message was dropped: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // The kernel is shutting down.
        }
    }

    private void WorkOff(BlockingCollection<Request> queue, Action<Request> handle)
    {
        foreach (var request in queue.GetConsumingEnumerable())
        {
            Work(request, handle);
            if (request.Type == "execute_request") AbortWaiting(queue, handle);
        }
    }

    private void Work(Request request, Action<Request> handle)
    {
        _iopub.PublishStatus("busy", request.Message.Header);
        try
        {
            handle(request);
        }
        catch (Exception e)
        {
            // A fault of ours must not take the learner's variables with it.
            _log($"{request.Type} failed: {e}");
            if (request.Answered is null) request.Reply(new JsonObject
            {
                ["status"] = "error",
                ["ename"] = e.GetType().Name,
                ["evalue"] = e.Message,
                ["traceback"] = new JsonArray()
            });
        }

        _iopub.PublishStatus("idle", request.Message.Header);
        if (request.Type == "shutdown_request") Leave(request);
    }

    private void AbortWaiting(BlockingCollection<Request> queue, Action<Request> handle)
    {
        for (var waiting = _execute.ToAbort; waiting > 0 && queue.TryTake(out var request); waiting--)
        {
            Work(request, request.Type == "execute_request" ? ExecuteHandler.Abort : handle);
        }
    }

    private void HandleShell(Request request)
    {
        switch (request.Type)
        {
            case "execute_request":
                _execute.Handle(request);
                break;
            case "kernel_info_request":
                request.Reply(KernelInfo.Reply());
                break;
            case "is_complete_request":
                request.Reply(AssistanceHandler.IsComplete(request.Content));
                break;
            case "complete_request":
                request.Reply(_assistance.Complete(request.Content));
                break;
            case "inspect_request":
                request.Reply(_assistance.Inspect(request.Content));
                break;
            case "history_request":
                request.Reply(_execute.History.Reply(request.Content));
                break;
            case "comm_info_request":
                request.Reply(new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() });
                break;
            case "comm_open":
                // No target is known here, and the protocol's answer to that is to close.
                _iopub.Publish("comm_close", new JsonObject
                {
                    ["comm_id"] = request.Content.Text("comm_id") ?? "",
                    ["data"] = new JsonObject()
                }, request.Message.Header);
                break;
            case "shutdown_request":
                HandleControl(request);
                break;
        }
    }

    private void HandleControl(Request request)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                request.Reply(KernelInfo.Reply());
                break;
            case "interrupt_request":
                _session.Interrupt();
                request.Reply(new JsonObject { ["status"] = "ok" });
                break;
            case "shutdown_request":
                _session.Interrupt();
                StrayExceptions.Settle();
                _execute.FlushAll();
                var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Content.Flag("restart") };
                request.Reply(content);
                _iopub.Publish("shutdown_reply", (JsonObject)content.DeepClone(), request.Message.Header);
                break;
        }
    }

    private void Leave(Request request)
    {
        request.Flush(LastWords);
        _iopub.Flush(LastWords);
        Stop();
    }
}
