using System.Diagnostics;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Bench.Kernel;

/// <summary>What a person at an editor waits for: that an interrupt interrupts, that completions and documentation appear.</summary>
internal static class InteractiveLatency
{
    private const int Interrupts = 10, Requests = 100;

    private static readonly (string Name, string Code)[] Busy =
    [
        ("tight loop", "while (true) { }"),
        ("await Task.Delay", "await Task.Delay(-1);"),
        ("training loop", "while (true) Step();"),
        ("Parallel.For", "Parallel.For(0, int.MaxValue, i => Math.Sqrt(i));"),
        ("blocking read", "Input(\"\");"),
        ("Thread.Sleep", "System.Threading.Thread.Sleep(-1);"),
    ];

    public static async Task MeasureAsync(string courseDll, Action<string, double, string, double?> print)
    {
        var folder = Directory.CreateTempSubdirectory("course-bench-");
        var file = Path.Combine(folder.FullName, "connection.json");
        // Unix domain sockets need no free ports.
        var connection = new ConnectionInfo
        {
            Transport = "ipc",
            Ip = Path.Combine(folder.FullName, "s"),
            ShellPort = 1,
            IopubPort = 2,
            StdinPort = 3,
            ControlPort = 4,
            HeartbeatPort = 5,
            Key = ConnectionInfo.NewKey(),
        };
        connection.Write(file);
        using (new KernelProcess(KernelLatency.Spec(courseDll), file, folder.FullName))
        {
            using var time = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            using var client = await KernelClient.ConnectAsync(connection, time.Token);
            await client.WaitUntilReadyAsync(time.Token);
            await new Session(client, connection, time.Token).MeasureAsync(print);
        }

        folder.Delete(recursive: true);
    }

    private sealed class Session(KernelClient client, ConnectionInfo connection, CancellationToken cancellationToken)
    {
        public async Task MeasureAsync(Action<string, double, string, double?> print)
        {
            // Whoever asks for input must have a channel for it.
            using var stdin = ZmtpConnection.Connect(connection.Stdin, ZmtpSocketType.Dealer, [], new());
            // As every notebook does, so that libtorch is loaded as it is for a learner.
            string course = Path.GetFullPath(Path.Combine("artifacts", "course.csx"));
            await ExecuteAsync($"#load \"{course}\"\nusing TorchSharp; using static TorchSharp.torch.nn;");
            await ExecuteAsync("""
                var lstm = LSTM(32, 64); var optimizer = torch.optim.Adam(lstm.parameters()); var x = torch.randn(100, 32, 32);
                void Step()
                {
                    using var scope = torch.NewDisposeScope();
                    optimizer.zero_grad();
                    var (output, _, _) = lstm.forward(x);
                    output.pow(2).mean().backward();
                    optimizer.step();
                }
                Step();
                """);
            foreach (var (name, code) in Busy)
            {
                var times = new List<double>();
                for (var i = 0; i < Interrupts; i++) times.Add(await InterruptAsync(code));
                print($"interrupt to idle, {name}, slowest of {Interrupts}", times.Max(), "ms", 500);
            }

            foreach (var (what, type, code) in new[]
            {
                ("completion of members", "complete_request", "var words = new List<string>(); words."),
                ("completion of names", "complete_request", "Enum"),
                ("inspection of a method", "inspect_request", "Enumerable.Select"),
                ("inspection of a variable", "inspect_request", "optimizer"),
            })
            {
                var times = new List<double>();
                for (var i = 0; i < Requests; i++) times.Add(await AskAsync(type, code));
                print($"{what}, first", times[0], "ms", null);
                print($"{what}, slowest of the last {Requests / 2}", times.TakeLast(Requests / 2).Max(), "ms", 100);
            }
        }

        private async Task<double> AskAsync(string type, string code)
        {
            var clock = Stopwatch.StartNew();
            await client.RequestAsync(type, new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length, ["detail_level"] = 0 },
                cancellationToken);
            return clock.Elapsed.TotalMilliseconds;
        }

        private async Task<double> InterruptAsync(string code)
        {
            var isRunning = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var isIdle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var header = client.NewHeader("execute_request");
            client.Published += Hear;
            _ = client.RequestAsync(header, Content($"Console.WriteLine(1); {code}"), cancellationToken);
            await isRunning.Task.WaitAsync(cancellationToken);
            // Well into whatever it does.
            await Task.Delay(50, cancellationToken);
            var clock = Stopwatch.StartNew();
            _ = client.ControlAsync("interrupt_request", [], cancellationToken);
            await isIdle.Task.WaitAsync(cancellationToken);
            client.Published -= Hear;
            return clock.Elapsed.TotalMilliseconds;

            void Hear(JupyterMessage message)
            {
                if (message.Parent?.Id != header.Id) return;
                if (message.Header.Type == "stream") isRunning.TrySetResult();
                if (message.Header.Type == "status" && (string?)message.Content["execution_state"] == "idle") isIdle.TrySetResult();
            }
        }

        private async Task ExecuteAsync(string code)
        {
            var reply = await client.RequestAsync("execute_request", Content(code), cancellationToken);
            if ((string?)reply.Content["status"] != "ok") throw new InvalidOperationException(reply.Content.ToJsonString());
        }

        private static JsonObject Content(string code) => new() { ["code"] = code, ["allow_stdin"] = true };
    }
}
