using System.Text;
using CsCheck;

namespace LstmCourse.Notebooks.Tests.Documents;

/// <summary>
/// Draws notebooks: valid nbformat 4 in many layouts, with odd strings, unknown fields and every kind of cell and output.
/// </summary>
internal static class NotebookGen
{
    private const int Deepest = 6;

    private static readonly Gen<JsonTree> Word = Gen.OneOf(
        "", "x", "Console.WriteLine(\"hi\");", "a\tb", "line one\nline two\n", "back\\slash", "quote\"d", "ünïcode – 𝄞 🙂", "日本語",
        "\u2028", "</script>", "\u0001\u001f", "tail\n\n", "  spaces  ", "\f\b", "1e-3", "null", "{}",
        "# Heading\n\n$$c_t = f_t c_{t-1} + i_t \\tilde c_t$$").Select(Text);

    private static readonly Gen<JsonTree> Literal = Gen.OneOf(
        "true", "false", "null", "0", "-0", "1.0", "1.50", "-2.5e-10", "1E+5", "12345678901234567890",
        "0.1000000000000000055511151231257827", "7e0").Select(Written);

    private static readonly Gen<JsonTree> Count = Gen.OneOf(Gen.Const("null"), Gen.Int[1, 99].Select(count => $"{count}")).Select(Written);

    private static readonly Gen<JsonTree> Value = Gen.Recursive<JsonTree>((depth, self) => depth > Deepest
        ? Gen.OneOf(Literal, Word)
        : Gen.Frequency(
            (2, Literal), (2, Word), (1, Unknown(self)), (1, self.Array[0, 2].Select(values => (JsonTree)new JsonTree.Items(values)))));

    private static readonly Gen<JsonTree> AnyObject = Unknown(Value);

    private static readonly Gen<JsonLayout> Layout = Gen.Select(
        Gen.OneOf<string?>(null, " ", "  ", "    ", "\t"), Gen.OneOf("\n", "\r\n"), Gen.OneOf(": ", ":", " : "), Gen.OneOf(", ", ","),
        Gen.Frequency((3, true), (7, false)), Gen.OneOf("", "\n", "\r\n", "\n\n", " "), Gen.Frequency((1, true), (4, false)),
        (indent, newLine, colon, comma, isAscii, end, hasMark) => new JsonLayout(indent, newLine, colon, comma, isAscii, end, hasMark));

    private static readonly JsonTree Attachment =
        new JsonTree.Members([("picture.png", new JsonTree.Members([("image/png", Text("iVBORw0KGgo="))]))]);

    private static readonly JsonTree Figure = new JsonTree.Members([("data", new JsonTree.Items([Written("1.50")]))]);

    /// <summary>The bytes of any notebook.</summary>
    public static Gen<byte[]> Any { get; } = Files(areCanonical: false);

    /// <summary>The bytes of a notebook whose outputs are laid out as Jupyter does: names in order, texts in lines.</summary>
    public static Gen<byte[]> WithCanonicalOutputs { get; } = Files(areCanonical: true);

    private static Gen<byte[]> Files(bool areCanonical)
    {
        var outputs = List(Output(areCanonical), 3);
        var cell = Gen.OneOf(
            Cell(Gen.Const("code"), Always("execution_count", Count), Always("outputs", outputs)),
            Cell(Gen.OneOf("markdown", "raw"), Maybe("attachments", Gen.Const(Attachment))));
        var notebook = Object(
            Always("cells", List(cell, 6)), Always("metadata", AnyObject), Always("nbformat", Gen.Const(Written("4"))),
            Always("nbformat_minor", Gen.Int[0, 5].Select(minor => Written($"{minor}"))), Maybe("unknown_to_us", Value));
        return Gen.Select(Shuffled(notebook), Layout, Bytes);
    }

    private static Gen<JsonTree> Cell(Gen<string> type, params Gen<(string, JsonTree)[]>[] more) => Shuffled(Object(
        [
            Always("cell_type", type.Select(Text)), Always("metadata", AnyObject), Always("source", Lines(isList: null)),
            Maybe("id", Gen.Int[0, int.MaxValue].Select(id => Text($"cell-{id}"))), Maybe("future_field", Value), .. more,
        ]));

    private static Gen<JsonTree> Output(bool isCanonical)
    {
        var text = Lines(isCanonical ? true : null);
        var metadata = isCanonical ? Gen.Const((JsonTree)new JsonTree.Members([])) : AnyObject;
        var figure = isCanonical ? Gen.Const(Figure) : AnyObject;
        var data = Object(
            Always("application/vnd.plotly.v1+json", figure), Always("image/png", Gen.Const(Text("iVBORw0KGgo=\n"))),
            Always("text/plain", text)).Select(members => (JsonTree)new JsonTree.Members(members));
        var output = Gen.OneOf(
            Object(Always("name", Gen.OneOf("stdout", "stderr").Select(Text)), Type("stream"), Always("text", text)),
            Object(Always("data", data), Always("metadata", metadata), Type("display_data")),
            Object(Always("data", data), Always("execution_count", Count), Always("metadata", metadata), Type("execute_result")),
            Object(
                Always("ename", Gen.Const(Text("TimeoutException"))), Always("evalue", Word), Type("error"),
                Always("traceback", List(Word, 2))));
        return isCanonical ? output.Select(members => (JsonTree)new JsonTree.Members(members)) : Shuffled(output);
    }

    private static Gen<JsonTree> Unknown(Gen<JsonTree> value) => value.Array[0, 2].Select(
        values => (JsonTree)new JsonTree.Members([.. values.Select((each, i) => ($"key {i} é\n", each))]));

    private static Gen<JsonTree> List(Gen<JsonTree> item, int most) =>
        item.Array[0, most].Select(items => (JsonTree)new JsonTree.Items(items));

    // A text as one string or as a list of its lines; null leaves it to chance.
    private static Gen<JsonTree> Lines(bool? isList) => Gen.Select(
        Word, isList is { } known ? Gen.Const(known) : Gen.Bool,
        (text, inLines) => inLines ? new JsonTree.Items([.. LinesOf(((JsonTree.Text)text).Value).Select(Text)]) : text);

    private static IEnumerable<string> LinesOf(string text)
    {
        var lines = text.Split('\n');
        return lines.Select((line, i) => i < lines.Length - 1 ? line + "\n" : line).Where(line => line.Length > 0);
    }

    private static Gen<(string, JsonTree)[]> Type(string name) => Always("output_type", Gen.Const(Text(name)));

    private static Gen<(string, JsonTree)[]> Always(string name, Gen<JsonTree> value) =>
        value.Select(tree => new (string, JsonTree)[] { (name, tree) });

    private static Gen<(string, JsonTree)[]> Maybe(string name, Gen<JsonTree> value) =>
        Gen.Frequency((3, Always(name, value)), (7, Gen.Const(Array.Empty<(string, JsonTree)>())));

    private static Gen<(string, JsonTree)[]> Object(params Gen<(string, JsonTree)[]>[] parts) =>
        parts.Aggregate((all, part) => Gen.Select(all, part, (before, more) => ((string, JsonTree)[])[.. before, .. more]));

    private static Gen<JsonTree> Shuffled(Gen<(string, JsonTree)[]> members) =>
        members.SelectMany(each => Gen.OneOf(Gen.Const(each), Gen.Shuffle(each)))
            .Select(each => (JsonTree)new JsonTree.Members(each));

    private static byte[] Bytes(JsonTree notebook, JsonLayout layout)
    {
        var json = new StringBuilder();
        notebook.WriteTo(json, layout);
        var bytes = Encoding.UTF8.GetBytes(json.Append(layout.End).ToString());
        return layout.HasMark ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes;
    }

    private static JsonTree Text(string value) => new JsonTree.Text(value);

    private static JsonTree Written(string literal) => new JsonTree.Literal(literal);
}
