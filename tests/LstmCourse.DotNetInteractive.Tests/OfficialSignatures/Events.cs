using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Commands
{
    public abstract class KernelCommand;

    public sealed class SubmitCode(string code, string? targetKernelName = null) : KernelCommand
    {
        public string Code { get; } = code;

        public string? TargetKernelName { get; } = targetKernelName;
    }
}

namespace Microsoft.DotNet.Interactive.Events
{
    public abstract class KernelEvent(KernelCommand command)
    {
        public KernelCommand Command { get; } = command;
    }

    public abstract class DisplayEvent(KernelCommand command, string? valueId, params FormattedValue[] formattedValues) : KernelEvent(command)
    {
        public IReadOnlyCollection<FormattedValue> FormattedValues { get; } = formattedValues;

        public string? ValueId { get; } = valueId;
    }

    public sealed class DisplayedValueProduced(KernelCommand command, string? valueId, params FormattedValue[] values) : DisplayEvent(command, valueId, values);

    public sealed class DisplayedValueUpdated(KernelCommand command, string? valueId, params FormattedValue[] values) : DisplayEvent(command, valueId, values);

    public sealed class ReturnValueProduced(KernelCommand command, string? valueId, params FormattedValue[] values) : DisplayEvent(command, valueId, values);

    public sealed class StandardOutputValueProduced(KernelCommand command, params FormattedValue[] values) : DisplayEvent(command, null, values);

    public sealed class StandardErrorValueProduced(KernelCommand command, params FormattedValue[] values) : DisplayEvent(command, null, values);

    public sealed class ErrorProduced(KernelCommand command, string message) : DisplayEvent(command, null)
    {
        public string Message { get; } = message;
    }

    public sealed class DiagnosticsProduced(KernelCommand command) : KernelEvent(command);

    public sealed class CodeSubmissionReceived(KernelCommand command) : KernelEvent(command);

    public sealed class CompleteCodeSubmissionReceived(KernelCommand command) : KernelEvent(command);

    public sealed class CommandSucceeded(KernelCommand command) : KernelEvent(command);

    public sealed class CommandFailed(KernelCommand command, Exception? exception, string message) : KernelEvent(command)
    {
        public Exception? Exception { get; } = exception;

        public string Message { get; } = message;
    }
}

namespace Microsoft.DotNet.Interactive.Formatting
{
    public sealed class FormattedValue(string mimeType, string value)
    {
        public string MimeType { get; } = mimeType;

        public string Value { get; } = value;

        public bool SuppressDisplay { get; set; }
    }

    public static class Formatter
    {
        public static string DefaultMimeType { get; set; } = "text/html";
    }
}
