using System.Text.Json;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Kernel.Formatting;

/// <summary>Turns a value into what a notebook shows: always text, and richer forms where the type has them. Never throws.</summary>
internal static class ValueFormatter
{
    private const string Text = "text/plain";

    public static MimeBundle Format(object? value)
    {
        var representations = new List<KeyValuePair<string, JsonNode>>();
        var trouble = "";
        try
        {
            AddRich(representations, value);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            trouble = $"\n(its formatter failed: {TypeNames.Of(e.GetType())}: {e.Message})";
        }

        if (!representations.Exists(r => r.Key == Text)) representations.Add(KeyValuePair.Create<string,
            JsonNode>(Text, JsonValue.Create(PlainOf(value) + trouble)));
        return new MimeBundle([.. representations]);
    }

    /// <summary>The value in MIME types of the caller's choice: text is taken as it is.</summary>
    public static MimeBundle FormatAs(object? value, IEnumerable<string> mimeTypes) =>
        new([.. mimeTypes.Select(type => Representation(type, TextOf(value, type)))]);

    /// <summary>Texts in MIME types, with a plain one for people where there is only HTML.</summary>
    public static MimeBundle OfTexts(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var representations = texts.Select(text => Representation(text.Key, text.Value)).ToList();
        if (representations is [{ Key: "text/html", Value: JsonValue html }]) representations.Add(
            Representation(Text, HtmlText.Of(html.GetValue<string>())));
        return new MimeBundle([.. representations]);
    }

    private static string TextOf(object? value, string mimeType)
    {
        if (value is null or string) return PlainOf(value);
        if (InteractiveFormatters.FormatAs(value, mimeType) is { } registered) return registered;
        return Format(value)[mimeType] is JsonValue form && form.TryGetValue<string>(out var text) ? text : PlainOf(value);
    }

    private static void AddRich(List<KeyValuePair<string, JsonNode>> representations, object? value)
    {
        if (value is null) return;
        if (value is IMimeContent content)
        {
            representations.Add(Representation(content.MimeType, content.Content));
            if (content.MimeType != Text) representations.Add(Representation(Text, content.PlainText));
        }
        else if (InteractiveFormatters.Format(value).ToList() is { Count: > 0 } registered)
        {
            foreach (var (mimeType, text) in registered) representations.Add(Representation(mimeType, text));
            var html = registered.Find(form => form.Key == "text/html").Value;
            if (html is not null && registered.TrueForAll(form => form.Key != Text) && PlainText.HasNoWordsFor(value))
            {
                representations.Add(Representation(Text, HtmlText.Of(html)));
            }
        }
        else if (FormatterConvention.Find(value.GetType()) is { } convention)
        {
            foreach (var (mimeType, text) in convention.Format(value)) representations.Add(Representation(mimeType, text));
        }
        else if (RowTable.Of(value) is { } table)
        {
            representations.Add(Representation("text/html", table.ToHtml()));
            representations.Add(Representation(Text, table.ToText()));
        }
    }

    private static KeyValuePair<string, JsonNode> Representation(string mimeType, string text)
    {
        if (!mimeType.EndsWith("json", StringComparison.Ordinal)) return KeyValuePair.Create<string,
            JsonNode>(mimeType, JsonValue.Create(text));
        var json = JsonNode.Parse(text) ?? throw new JsonException("null is not an object");
        return KeyValuePair.Create(mimeType, json);
    }

    private static string PlainOf(object? value)
    {
        try
        {
            return PlainText.Of(value);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            return $"{TypeNames.Of(value!.GetType())} (its ToString failed: {TypeNames.Of(e.GetType())}: {e.Message})";
        }
    }
}
