using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Notebooks.Tests.Jupyter.Messages;

public sealed class ConnectionInfoTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void What_is_written_is_read_again_and_nobody_else_can_read_it()
    {
        var path = Path.Combine(_folder.FullName, "c.json");
        var written = new ConnectionInfo
        {
            Transport = "tcp",
            Ip = "127.0.0.1",
            ShellPort = 1,
            IopubPort = 2,
            StdinPort = 3,
            ControlPort = 4,
            HeartbeatPort = 5,
            Key = ConnectionInfo.NewKey()
        };
        written.Write(path);
        Assert.Equal(written, ConnectionInfo.Read(path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("", "not a Jupyter connection file")]
    [InlineData("null", "not a Jupyter connection file")]
    [InlineData("[1]", "not a Jupyter connection file")]
    [InlineData("{\"key\": \"\"}", "shell_port is not a port number")]
    [InlineData("{\"shell_port\":1,\"iopub_port\":2,\"stdin_port\":3,\"control_port\":4,\"hb_port\":70000,\"key\":\"\"}",
        "hb_port is not a port number")]
    [InlineData("{\"shell_port\":1,\"iopub_port\":2,\"stdin_port\":3,\"control_port\":4,\"hb_port\":5}", "no key")]
    [InlineData("{\"signature_scheme\":\"hmac-md5\"}", "expected the signature scheme hmac-sha256, got 'hmac-md5'")]
    public void A_file_that_is_none_is_refused_in_one_line(string content, string reason)
    {
        var path = Path.Combine(_folder.FullName, "c.json");
        File.WriteAllText(path, content);
        var message = Assert.Throws<InvalidDataException>(() => ConnectionInfo.Read(path)).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing() =>
        Assert.Contains("no such connection file", Assert.Throws<InvalidDataException>(() =>
            ConnectionInfo.Read(Path.Combine(_folder.FullName, "none"))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
