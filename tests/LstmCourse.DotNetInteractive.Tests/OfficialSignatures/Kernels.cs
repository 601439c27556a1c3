using System.Collections;
using LstmCourse.DotNetInteractive.Tests;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

// The members of .NET Interactive 1.0.0-beta.26120.1 that the engine uses, with the names, parameters and base types that they have there.
// What they do is replayed from a table of what the real ones were seen to do.
namespace Microsoft.DotNet.Interactive
{
    public abstract class Kernel(string name) : IDisposable
    {
        private readonly EventStream _events = new();

        public string Name { get; } = name;

        public IObservable<KernelEvent> KernelEvents => _events;

        public Task<KernelCommandResult> SendAsync(KernelCommand command, CancellationToken cancellationToken) =>
            Replay.RunAsync(command, _events.Publish);

        public void Dispose() => GC.SuppressFinalize(this);
    }

    public sealed class CompositeKernel() : Kernel(".NET"), IEnumerable<Kernel>
    {
        private readonly List<Kernel> _kernels = [];

        public string DefaultKernelName { get; set; } = "";

        public void Add(Kernel kernel, IEnumerable<string>? aliases = null) => _kernels.Add(kernel);

        public IEnumerator<Kernel> GetEnumerator() => _kernels.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public static class KernelExtensions
    {
        public static T UseImportMagicCommand<T>(this T kernel)
            where T : Kernel => kernel;
    }

    public sealed class KernelCommandResult(KernelCommand command, IReadOnlyList<KernelEvent> events)
    {
        public KernelCommand Command { get; } = command;

        public IReadOnlyList<KernelEvent> Events { get; } = events;
    }
}

namespace Microsoft.DotNet.Interactive.CSharp
{
    public sealed class CSharpKernel(string name = "csharp") : Kernel(name);

    public static class CSharpKernelExtensions
    {
        public static CSharpKernel UseKernelHelpers(this CSharpKernel kernel) => kernel;
    }

    /// <summary>What the C# kernel fails with when a cell does not compile; its real namespace is not known here.</summary>
    internal sealed class CodeSubmissionCompilationErrorException(string message) : Exception(message);
}
