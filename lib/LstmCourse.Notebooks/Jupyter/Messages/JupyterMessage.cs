using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Jupyter.Messages;

/// <summary>One message of the Jupyter protocol.</summary>
/// <param name="Header">Who says what.</param>
/// <param name="Parent">The header of the request that caused it, if there is one.</param>
/// <param name="Content">What its type prescribes.</param>
internal sealed record JupyterMessage(MessageHeader Header, MessageHeader? Parent, JsonObject Content)
{
    /// <summary>Routing frames in front of the delimiter: identities towards a ROUTER, a topic on iopub.</summary>
    public IReadOnlyList<byte[]> Envelope { get; init; } = [];

    public JsonObject Metadata { get; init; } = [];

    /// <summary>Binary attachments behind the content.</summary>
    public IReadOnlyList<byte[]> Buffers { get; init; } = [];
}
