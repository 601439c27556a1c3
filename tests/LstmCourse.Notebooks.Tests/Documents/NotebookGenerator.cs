using System.Globalization;
using System.Text;

namespace LstmCourse.Notebooks.Tests.Documents;

/// <summary>
/// Writes random notebooks: valid nbformat 4 in many layouts, with odd strings, unknown fields and every kind of cell and output.
/// It writes JSON on its own, so that the code under test is not its own witness.
/// </summary>
internal sealed class NotebookGenerator(int seed)
{
    private static readonly string[] Words =
    [
        "", "x", "Console.WriteLine(\"hi\");", "a\tb", "line one\nline two\n", "back\\slash", "quote\"d", "ünïcode – 𝄞 🙂", "日本語",
            "\u2028", "</script>",
        "\u0001\u001f", "tail\n\n", "  spaces  ", "\f\b", "1e-3", "null", "{}", "# Heading\n\n$$c_t = f_t c_{t-1} + i_t \\tilde c_t$$",
    ];

    private static readonly string[] Numbers = ["0", "-0", "1.0", "1.50", "-2.5e-10", "1E+5", "12345678901234567890",
        "0.1000000000000000055511151231257827", "7e0"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _json = new();
    private string? _indent;
    private string _newLine = "\n";
    private string _colon = ": ";
    private string _comma = ", ";
    private bool _asciiOnly;
    private bool _canonicalOutputs;

    /// <summary>The bytes of a notebook.</summary>
    /// <param name="canonicalOutputs">Whether outputs are laid out as Jupyter does: names in order, texts in lines.</param>
    public byte[] Next(bool canonicalOutputs = false)
    {
        _json.Clear();
        _canonicalOutputs = canonicalOutputs;
        _indent = Pick<string?>(null, " ", "  ", "    ", "\t");
        _newLine = Pick("\n", "\r\n");
        _colon = Pick(": ", ":", " : ");
        _comma = Pick(", ", ",");
        _asciiOnly = Chance(0.3);

        List<(string, Action<int>)> members =
        [
            ("cells", level => List('[', ']', level, Times(_random.Next(0, 7), (Action<int>)Cell))),
            ("metadata", RandomObject),
            ("nbformat", _ => _json.Append('4')),
            ("nbformat_minor", _ => _json.Append(_random.Next(0, 6))),
        ];
        if (Chance(0.5)) members.Add(("unknown_to_us", RandomValue));
        Object(Shuffled(members), 0);
        _json.Append(Pick("", "\n", "\r\n", "\n\n", " "));
        var bytes = Encoding.UTF8.GetBytes(_json.ToString());
        return Chance(0.2) ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes;
    }

    private void Cell(int level)
    {
        var type = Pick("code", "code", "markdown", "raw");
        List<(string, Action<int>)> members =
        [
            ("cell_type", _ => String(type)),
            ("metadata", RandomObject),
            ("source", inner => Lines(Pick(Words), inner, Chance(0.5))),
        ];
        if (Chance(0.5)) members.Add(("id", _ => String($"cell-{_random.Next()}")));
        if (Chance(0.3)) members.Add(("future_field", RandomValue));
        if (type != "code" && Chance(0.3))
        {
            members.Add(("attachments", inner =>
                Object([("picture.png", deep => Object([("image/png", _ => String("iVBORw0KGgo="))], deep))], inner)));
        }

        if (type == "code")
        {
            members.Add(("execution_count", _ => Count()));
            members.Add(("outputs", inner => List('[', ']', inner, Times(_random.Next(0, 4), (Action<int>)Output))));
        }

        Object(Shuffled(members), level);
    }

    private void Output(int level)
    {
        List<(string, Action<int>)> members = _random.Next(4) switch
        {
            0 => [("name", _ => String(Pick("stdout", "stderr"))), ("output_type", _ => String("stream")),
                ("text", inner => OutputText(Pick(Words), inner))],
            1 => [("data", Data), ("metadata", EmptyOrRandomObject), ("output_type", _ => String("display_data"))],
            2 =>
            [
                ("data", Data), ("execution_count", _ => Count()), ("metadata", EmptyOrRandomObject),
                    ("output_type", _ => String("execute_result")),
            ],
            _ =>
            [
                ("ename", _ => String("TimeoutException")), ("evalue", _ => String(Pick(Words))), ("output_type", _ => String("error")),
                ("traceback", inner => List('[', ']', inner, Times(_random.Next(0, 3), (Action<int>)(_ => String(Pick(Words)))))),
            ],
        };
        Object(_canonicalOutputs ? members : Shuffled(members), level);
    }

    private void Data(int level) => Object(
        [
            ("application/vnd.plotly.v1+json", _canonicalOutputs ? inner =>
                Object([("data", deep => List('[', ']', deep, [_ => _json.Append("1.50")]))], inner) : RandomObject),
            ("image/png", _ => String("iVBORw0KGgo=\n")),
            ("text/plain", inner => OutputText(Pick(Words), inner)),
        ],
        level);

    private void EmptyOrRandomObject(int level)
    {
        if (_canonicalOutputs) _json.Append("{}");
        else RandomObject(level);
    }

    private void OutputText(string text, int level) => Lines(text, level, _canonicalOutputs || Chance(0.5));

    private void Lines(string text, int level, bool asList)
    {
        if (!asList)
        {
            String(text);
            return;
        }

        var lines = text.Split('\n');
        var pieces = lines.Select((line, i) => i < lines.Length - 1 ? line + "\n" : line).Where(line => line.Length > 0);
        List('[', ']', level, pieces.Select(piece => (Action<int>)(_ => String(piece))));
    }

    private void Count() => _json.Append(Chance(0.3) ? "null" : _random.Next(1, 100).ToString(CultureInfo.InvariantCulture));

    private void RandomValue(int level)
    {
        switch (_random.Next(level > 6 ? 4 : 6))
        {
            case 0: _json.Append(Pick("true", "false", "null")); break;
            case 1: _json.Append(Pick(Numbers)); break;
            case 2 or 3: String(Pick(Words)); break;
            case 4: RandomObject(level); break;
            default: List('[', ']', level, Times(_random.Next(0, 3), (Action<int>)RandomValue)); break;
        }
    }

    private void RandomObject(int level) =>
        Object([.. Enumerable.Range(0, _random.Next(0, 3)).Select(i => ($"key {i} é\n", (Action<int>)RandomValue))], level);

    private void Object(IEnumerable<(string Name, Action<int> Value)> members, int level) =>
        List('{', '}', level, members.Select(member => (Action<int>)(inner =>
    {
        String(member.Name);
        _json.Append(_colon);
        member.Value(inner);
    })));

    private void List(char open, char close, int level, IEnumerable<Action<int>> items)
    {
        _json.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) _json.Append(_indent is null ? _comma : ",");
            NewLine(level + 1);
            item(level + 1);
            first = false;
        }

        if (!first) NewLine(level);
        _json.Append(close);
    }

    private void NewLine(int level)
    {
        if (_indent is null) return;
        _json.Append(_newLine);
        for (var i = 0; i < level; i++) _json.Append(_indent);
    }

    private void String(string text)
    {
        _json.Append('"');
        foreach (var c in text)
        {
            _json.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                _ when c < ' ' || (_asciiOnly && c > '~') => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        _json.Append('"');
    }

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private static IEnumerable<T> Times<T>(int count, T item) => Enumerable.Repeat(item, count);

    private List<T> Shuffled<T>(List<T> items)
    {
        if (_random.Next(2) == 0)
        {
            var array = items.ToArray();
            _random.Shuffle(array);
            return [.. array];
        }

        return items;
    }
}
