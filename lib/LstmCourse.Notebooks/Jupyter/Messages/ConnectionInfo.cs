using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Jupyter.Messages;

/// <summary>What a connection file says: where a kernel's five sockets are, and the key that signs its messages.</summary>
internal sealed record ConnectionInfo
{
    /// <summary><c>tcp</c>, or <c>ipc</c> for Unix domain sockets.</summary>
    public required string Transport { get; init; }

    /// <summary>The IP address to bind to, or the stem of the sockets' paths.</summary>
    public required string Ip { get; init; }

    public required int ShellPort { get; init; }

    public required int IopubPort { get; init; }

    public required int StdinPort { get; init; }

    public required int ControlPort { get; init; }

    public required int HeartbeatPort { get; init; }

    /// <summary>The shared secret; empty for unsigned messages. Never printed.</summary>
    public required string Key { get; init; }

    public ZmtpEndpoint Shell => Endpoint(ShellPort);

    public ZmtpEndpoint Iopub => Endpoint(IopubPort);

    public ZmtpEndpoint Stdin => Endpoint(StdinPort);

    public ZmtpEndpoint Control => Endpoint(ControlPort);

    public ZmtpEndpoint Heartbeat => Endpoint(HeartbeatPort);

    /// <summary>A key of 256 random bits.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="InvalidDataException">The file is missing or is no connection file; the message says what to do.</exception>
    public static ConnectionInfo Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))?.AsObject() ?? throw new JsonException("it is null");
            var scheme = json.Text("signature_scheme") ?? "hmac-sha256";
            if (scheme != "hmac-sha256") throw new InvalidDataException(
                $"{path}: expected the signature scheme hmac-sha256, got '{scheme}'");
            return new ConnectionInfo
            {
                Transport = json.Text("transport") ?? "tcp",
                Ip = json.Text("ip") ?? "127.0.0.1",
                ShellPort = Port("shell_port"),
                IopubPort = Port("iopub_port"),
                StdinPort = Port("stdin_port"),
                ControlPort = Port("control_port"),
                HeartbeatPort = Port("hb_port"),
                Key = json.Text("key") ?? throw new JsonException("it has no key"),
            };

            int Port(string name) => json.Number(name) is >= 0 and <= 65535 and var port
                ? (int)port
                : throw new JsonException($"{name} is not a port number");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException(
                $"{path}: there is no such connection file; a Jupyter client writes it and starts the kernel with its path");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: not a Jupyter connection file that can be read ({e.Message})");
        }
    }

    /// <summary>Writes a connection file that only its owner can read.</summary>
    public void Write(string path)
    {
        var json = new JsonObject
        {
            ["transport"] = Transport,
            ["ip"] = Ip,
            ["shell_port"] = ShellPort,
            ["iopub_port"] = IopubPort,
            ["stdin_port"] = StdinPort,
            ["control_port"] = ControlPort,
            ["hb_port"] = HeartbeatPort,
            ["signature_scheme"] = "hmac-sha256",
            ["key"] = Key,
        };
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(json.ToJsonString());
    }

    /// <summary>The record without its key.</summary>
    public override string ToString() => $"{Transport} {Ip}";

    private ZmtpEndpoint Endpoint(int port) => new(Transport, Ip, port);
}
