using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Execution;

/// <summary>
/// Values that a run gives to variables of a notebook, as papermill does: a cell with them follows the cell tagged <c>parameters</c>, which
/// holds the defaults, or comes first where there is none.
/// </summary>
public sealed class NotebookParameters
{
    private const string Tag = "parameters", InjectedTag = "injected-parameters";

    private readonly ImmutableArray<string> _lines;

    private NotebookParameters(ImmutableArray<string> lines) => _lines = lines;

    /// <summary>No values: a notebook runs as it is.</summary>
    public static NotebookParameters None { get; } = new([]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _lines.IsEmpty;

    /// <summary>Reads values from a command line.</summary>
    /// <param name="settings">Texts of the form <c>name=value</c>. A value is a truth, a number, or else a text.</param>
    /// <exception cref="FormatException">One has another form.</exception>
    public static NotebookParameters Parse(IEnumerable<string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new([.. settings.Select(Line)]);
    }

    /// <summary>The notebook with a cell that sets the values; the same file if there are none.</summary>
    public NotebookFile PutInto(NotebookFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (IsEmpty) return file;
        var cells = file.Notebook.CodeCells.ToList();
        // What an earlier run put in is not the default.
        var defaults = cells.FindLast(cell => cell.HasTag(InjectedTag)) ?? cells.Find(cell => cell.HasTag(Tag));
        var source = string.Join('\n', _lines.Prepend("// Parameters"));
        return file with { Notebook = file.Notebook.WithCodeCell(defaults is null ? 0 : defaults.Index + 1, source, InjectedTag) };
    }

    private static string Line(string setting)
    {
        var (name, value) = setting.IndexOf('=') is > 0 and var at ? (setting[..at].Trim(), setting[(at + 1)..].Trim()) : ("", "");
        if (!SyntaxFacts.IsValidIdentifier(name)) throw new FormatException(
            $"expected name=value with the name of a C# variable, got '{setting}'");
        return $"var {(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name)} = {Literal(value)};";
    }

    private static string Literal(string value)
    {
        var culture = CultureInfo.InvariantCulture;
        if (bool.TryParse(value, out var truth)) return truth ? "true" : "false";
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, culture, out var whole)) return whole.ToString(culture);
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, culture, out var large)) return large.ToString(culture) + "L";
        var isNumber = double.TryParse(value, NumberStyles.Float, culture, out var number) && double.IsFinite(number);
        return isNumber ? number.ToString("R", culture) + "d" : SymbolDisplay.FormatLiteral(value, quote: true);
    }
}
