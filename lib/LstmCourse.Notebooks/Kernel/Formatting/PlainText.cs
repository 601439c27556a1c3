using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace LstmCourse.Notebooks.Kernel.Formatting;

/// <summary>
/// Any value as text a person can read and a diff can compare: invariant numbers, sequences up to a limit, records with their members.
/// </summary>
internal sealed class PlainText
{
    /// <summary>The most items of a sequence that are shown, unless the notebook asks for more or fewer.</summary>
    public const int MostItems = 50;

    private const int MostMembers = 20, DeepestNesting = 4, MostCharacters = 100_000, LineWidth = 110;

    private readonly StringBuilder _text = new();
    private readonly int _mostItems = InteractiveFormatters.ListLimit ?? MostItems;
    private readonly HashSet<object> _path = new(ReferenceEqualityComparer.Instance);

    private PlainText()
    {
    }

    /// <summary>The value as text; a string as it is.</summary>
    public static string Of(object? value) => value is string text ? text : OfNested(value);

    /// <summary>The value as text as it stands within another one; a string in quotes.</summary>
    public static string OfNested(object? value)
    {
        var writer = new PlainText();
        writer.Write(value);
        return writer._text.ToString();
    }

    /// <summary>A number, date, word or similar; null if the value is made of other values.</summary>
    public static string? OfScalar(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        char character => $"'{character}'",
        bool truth => truth ? "True" : "False",
        DateTime time =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        Complex complex => complex.ToString(CultureInfo.InvariantCulture),
        Enum member => member.ToString(),
        Type type => TypeNames.Of(type),
        Exception exception => $"{TypeNames.Of(exception.GetType())}: {exception.Message}",
        UnreadableValue unreadable => $"<{TypeNames.Of(unreadable.Reason.GetType())}: {unreadable.Reason.Message}>",
        Delegate function => TypeNames.Of(function.GetType()),
        Task task => $"{TypeNames.Of(task.GetType())} ({task.Status})",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>
    /// Whether all that can be said of a value is the name of its type, or markup: what it is for people stands elsewhere.
    /// </summary>
    public static bool HasNoWordsFor(object value) =>
        Of(value) is var text && (text.StartsWith('<') || text == value.GetType().ToString() || text == TypeNames.Of(value.GetType()));

    private void Write(object? value)
    {
        if (_text.Length > MostCharacters)
        {
            if (_text[^1] != '…') _text.Append('…');
            return;
        }

        if (OfScalar(value) is { } scalar)
        {
            _text.Append(scalar);
            return;
        }

        if (!value!.GetType().IsValueType && !_path.Add(value))
        {
            _text.Append("(itself)");
            return;
        }

        if (_path.Count > DeepestNesting) _text.Append(TypeNames.Of(value.GetType()));
        else WriteComposite(value);
        _path.Remove(value);
    }

    private void WriteComposite(object value)
    {
        var type = value.GetType();
        if (value is ITuple tuple) WriteList("(", Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), ")", tuple.Length);
        else if (value is IDictionary dictionary) WriteDictionary(dictionary);
        else if (value is Array { Rank: > 1 } array) WriteArray(array, []);
        else if (OwnToString(type)) _text.Append(value);
        else if (value is IEnumerable sequence) WriteList("[", sequence.Cast<object?>(), "]", (value as ICollection)?.Count);
        else WriteMembers(value, type);
    }

    private void WriteList(string open, IEnumerable<object?> items, string close, int? count)
    {
        _text.Append(open);
        var (shown, lineStart) = (0, LineStart());
        foreach (var item in items)
        {
            if (shown > 0) _text.Append(", ");
            if (shown == _mostItems)
            {
                _text.Append(CultureInfo.InvariantCulture, $"…{(count is { } all ? $" {all} in all" : "")}");
                break;
            }

            if (_text.Length - lineStart > LineWidth)
            {
                _text.Append("\n ");
                lineStart = _text.Length;
            }

            Write(item);
            shown++;
        }

        _text.Append(close);
    }

    private void WriteDictionary(IDictionary dictionary)
    {
        _text.Append("{ ");
        var shown = 0;
        foreach (DictionaryEntry entry in dictionary)
        {
            if (shown > 0) _text.Append(", ");
            if (shown++ == _mostItems)
            {
                _text.Append(CultureInfo.InvariantCulture, $"… {dictionary.Count} in all");
                break;
            }

            Write(entry.Key);
            _text.Append(": ");
            Write(entry.Value);
        }

        _text.Append(shown == 0 ? "}" : " }");
    }

    private void WriteArray(Array array, int[] index)
    {
        if (index.Length == array.Rank)
        {
            Write(array.GetValue(index));
            return;
        }

        _text.Append('[');
        var length = array.GetLength(index.Length);
        for (var i = 0; i < Math.Min(length, _mostItems); i++)
        {
            if (i > 0) _text.Append(index.Length < array.Rank - 1 ? ",\n" + new string(' ', index.Length + 1) : ", ");
            WriteArray(array, [.. index, i + array.GetLowerBound(index.Length)]);
        }

        if (length > _mostItems) _text.Append(CultureInfo.InvariantCulture, $", … {length} in all");
        _text.Append(']');
    }

    private void WriteMembers(object value, Type type)
    {
        var members = ObjectMembers.Of(type);
        var name = TypeNames.IsAnonymous(type) ? "" : TypeNames.Of(type);
        if (members.Length == 0)
        {
            _text.Append(name.Length == 0 ? "{ }" : name);
            return;
        }

        _text.Append(name).Append(name.Length == 0 ? "{ " : " { ");
        for (var i = 0; i < Math.Min(members.Length, MostMembers); i++)
        {
            if (i > 0) _text.Append(", ");
            _text.Append(members[i].Name).Append(" = ");
            Write(members[i].ValueOf(value));
        }

        _text.Append(members.Length > MostMembers ? ", … }" : " }");
    }

    // A ToString that somebody wrote says more than we could; those of records and anonymous types were generated.
    private static bool OwnToString(Type type)
    {
        var method = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        var owner = method.DeclaringType!;
        return owner != typeof(object) && owner != typeof(ValueType)
            && owner.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) != true
            && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !TypeNames.IsAnonymous(type);
    }

    private int LineStart()
    {
        for (var i = _text.Length - 1; i >= 0; i--)
        {
            if (_text[i] == '\n') return i + 1;
        }

        return 0;
    }

    private static string Quote(string text) =>
        "\"" + text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
}
