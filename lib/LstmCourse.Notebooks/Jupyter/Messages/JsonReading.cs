using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Jupyter.Messages;

/// <summary>Reads fields of messages that may be missing or of another type than the protocol says.</summary>
internal static class JsonReading
{
    /// <summary>Compact, with text of all languages readable.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Strict, and not deeper than any honest message.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>A field's text, or null if it is missing or no text.</summary>
    public static string? Text(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A field's number, or null if it is missing or no whole number.</summary>
    public static long? Number(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    /// <summary>A field's truth value, or what it is if missing.</summary>
    public static bool Flag(this JsonObject json, string name, bool otherwise = false) =>
        json[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>A field's object, or an empty one.</summary>
    public static JsonObject Object(this JsonObject json, string name) => json[name] as JsonObject ?? [];

    public static byte[] ToUtf8(this JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json, Compact);
}
