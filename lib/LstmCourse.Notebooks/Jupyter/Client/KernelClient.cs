using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Jupyter.Client;

/// <summary>The client's side of the protocol: sends requests on shell and control, hears what the kernel publishes.</summary>
internal sealed class KernelClient : IDisposable
{
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly MessageCodec _codec;
    private readonly ZmtpConnection _shell;
    private readonly ZmtpConnection _control;
    private readonly ZmtpConnection _iopub;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JupyterMessage>> _waiting = new();
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _heardAll = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KernelClient(ConnectionInfo connection, ZmtpLimits limits)
    {
        _codec = new MessageCodec(connection.Key);
        var identity = Encoding.ASCII.GetBytes(_session);
        _iopub = ZmtpConnection.Connect(connection.Iopub, ZmtpSocketType.Sub, [], limits);
        _shell = ZmtpConnection.Connect(connection.Shell, ZmtpSocketType.Dealer, identity, limits);
        _control = ZmtpConnection.Connect(connection.Control, ZmtpSocketType.Dealer, identity, limits);
        // ZMTP 3.0 subscribes by a message: 1, then the topic, here the empty one.
        _iopub.Send([[1]]);
    }

    /// <summary>Raised on the receiving thread, in order, for each message that the kernel publishes.</summary>
    public event Action<JupyterMessage>? Published;

    /// <summary>Completes when all was heard that the kernel published before its connection ended.</summary>
    public Task HeardAll => _heardAll.Task;

    /// <summary>Connects, trying again until the kernel has bound its sockets.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public static async Task<KernelClient> ConnectAsync(ConnectionInfo connection, CancellationToken cancellationToken)
    {
        var limits = new ZmtpLimits { MessageBytes = 1024L * 1024 * 1024 };
        while (true)
        {
            try
            {
                // Connecting blocks: it shakes hands.
                var client = await Task.Run(() => new KernelClient(connection, limits), cancellationToken).ConfigureAwait(false);
                client.Start();
                return client;
            }
            catch (IOException)
            {
                await Task.Delay(20, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until the kernel answers on shell and is heard on iopub, so that nothing is missed from then on.</summary>
    public async Task<JupyterMessage> WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var info = await RequestAsync("kernel_info_request", [], cancellationToken).ConfigureAwait(false);
            if (await Task.WhenAny(_heard.Task, Task.Delay(200, cancellationToken)).ConfigureAwait(false) == _heard.Task) return info;
        }
    }

    /// <summary>Sends a request on shell and waits for its reply.</summary>
    public Task<JupyterMessage> RequestAsync(string type, JsonObject content, CancellationToken cancellationToken) =>
        SendAsync(_shell, MessageHeader.Create(type, _session), content, cancellationToken);

    /// <summary>Sends a request on shell whose header is known beforehand.</summary>
    public Task<JupyterMessage> RequestAsync(MessageHeader header, JsonObject content, CancellationToken cancellationToken) =>
        SendAsync(_shell, header, content, cancellationToken);

    /// <summary>Sends a request on control and waits for its reply.</summary>
    public Task<JupyterMessage> ControlAsync(string type, JsonObject content, CancellationToken cancellationToken) =>
        SendAsync(_control, MessageHeader.Create(type, _session), content, cancellationToken);

    /// <summary>A header for <see cref="RequestAsync(MessageHeader, JsonObject, CancellationToken)"/>.</summary>
    public MessageHeader NewHeader(string type) => MessageHeader.Create(type, _session);

    public void Dispose()
    {
        _shell.Dispose();
        _control.Dispose();
        _iopub.Dispose();
    }

    private void Start()
    {
        StartReader(_shell, "shell replies", Complete);
        StartReader(_control, "control replies", Complete);
        StartReader(_iopub, "iopub", message =>
        {
            _heard.TrySetResult();
            Published?.Invoke(message);
        }, _heardAll.SetResult);
    }

    private void StartReader(ZmtpConnection connection, string name, Action<JupyterMessage> receive, Action? ended = null)
    {
        new Thread(() =>
        {
            try
            {
                while (connection.Receive() is { } frames) receive(_codec.Decode(frames));
            }
            catch (Exception e) when (e is IOException or MessageException)
            {
                // The kernel is gone or not to be trusted; whoever waits for it notices that its process ended or its time is up.
            }
            finally
            {
                ended?.Invoke();
            }
        })
        { IsBackground = true, Name = name }.Start();
    }

    private void Complete(JupyterMessage reply)
    {
        if (reply.Parent is { } parent && _waiting.TryRemove(parent.Id, out var waiting)) waiting.TrySetResult(reply);
    }

    private async Task<JupyterMessage> SendAsync(ZmtpConnection connection, MessageHeader header, JsonObject content,
        CancellationToken cancellationToken)
    {
        var waiting = new TaskCompletionSource<JupyterMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[header.Id] = waiting;
        try
        {
            connection.Send(_codec.Encode(new JupyterMessage(header, null, content)));
            return await waiting.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _waiting.TryRemove(header.Id, out _);
        }
    }
}
