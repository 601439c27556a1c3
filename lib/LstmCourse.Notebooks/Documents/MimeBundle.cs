using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Documents;

/// <summary>
/// One value in several representations. A representation is text, or a JSON object for MIME types that end in <c>json</c>.
/// </summary>
/// <param name="Representations">The representations in order of preference, each with its MIME type.</param>
public sealed record MimeBundle(ImmutableArray<KeyValuePair<string, JsonNode>> Representations)
{
    /// <summary>What the message said about the representations, for example the width of an image; usually empty.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The representation of a MIME type, or null.</summary>
    public JsonNode? this[string mimeType]
    {
        get
        {
            foreach (var (type, content) in Representations)
            {
                if (type == mimeType) return content;
            }

            return null;
        }
    }

    /// <summary>A bundle of one text.</summary>
    public static MimeBundle OfText(string mimeType, string text) =>
        new([KeyValuePair.Create<string, JsonNode>(mimeType, JsonValue.Create(text))]);
}
