using System.Text;

namespace TorchSharp.Printing;

/// <summary>Brackets within brackets, as NumPy prints arrays, or braces within braces, as C# writes them.</summary>
internal static class NestedStyle
{
    internal static string Numpy(Printout printout)
    {
        if (printout.Rank == 0) return printout.Text(0);
        var text = new StringBuilder();
        Dimension(text, printout, new Marks('[', ']', "", "", BlankLines: true), 0, 0);
        return text.ToString();
    }

    internal static string CSharp(Printout printout)
    {
        if (printout.Rank == 0) return printout.Text(0);
        var (name, suffix) = printout.Type switch
        {
            ScalarType.Float32 => ("float", "f"),
            ScalarType.Float64 => ("double", ""),
            ScalarType.Int64 => ("long", "L"),
            ScalarType.Int32 => ("int", ""),
            ScalarType.Bool => ("bool", ""),
            _ => ("byte", ""),
        };
        var newLine = printout.Options.NewLine;
        var text = new StringBuilder();
        if (printout.Rank > 1) text.Append(newLine);
        text.Append(name).Append(" [").Append(',', printout.Rank - 1).Append("] ");
        var marks = new Marks('{', '}', suffix, ",", BlankLines: false);
        if (printout.Rank == 1)
        {
            Dimension(text, printout, marks, 0, 0);
            return text.ToString();
        }
        text.Append('{').Append(newLine).Append(' ');
        Slices(text, printout, marks, 0, 0);
        return text.Append(newLine).Append('}').ToString();
    }

    private static void Dimension(StringBuilder text, Printout printout, Marks marks, int dim, long start)
    {
        text.Append(marks.Open);
        if (dim == printout.Rank - 1) Elements(text, printout, marks, start);
        else Slices(text, printout, marks, dim, start);
        text.Append(marks.Close);
    }

    private static void Elements(StringBuilder text, Printout printout, Marks marks, long start)
    {
        var first = true;
        foreach (var i in Shown(printout.Sizes[^1], printout.Options.MaxColumns))
        {
            if (!first) text.Append(i < 0 ? ", " : text[^1] == ' ' ? "" : ", ");
            first = false;
            if (i < 0) text.Append("... ");
            else text.Append(Literal(printout, start + i)).Append(marks.Suffix);
        }

        string Literal(Printout printout, long index)
        {
            var element = printout.Text(index);
            return marks.Separator.Length > 0 && printout.Type == ScalarType.Bool ? element.ToLowerInvariant() : element;
        }
    }

    private static void Slices(StringBuilder text, Printout printout, Marks marks, int dim, long start)
    {
        var slice = Layout.Product(printout.Sizes.AsSpan(dim + 1));
        var first = true;
        foreach (var i in Shown(printout.Sizes[dim], printout.Options.MaxRows))
        {
            if (!first)
            {
                text.Append(marks.Separator);
                for (var n = 0; n < (marks.BlankLines ? printout.Rank - dim - 1 : 1); n++) text.Append(printout.Options.NewLine);
                text.Append(' ', dim + 1);
            }
            first = false;
            if (i < 0) text.Append("...");
            else Dimension(text, printout, marks, dim + 1, start + (i * slice));
        }
    }

    /// <summary>All indices, or the first and last few with −1 for what is left out between them.</summary>
    private static IEnumerable<long> Shown(long size, int most)
    {
        if (size <= most)
        {
            for (var i = 0L; i < size; i++) yield return i;
            yield break;
        }
        for (var i = 0L; i < most / 2; i++) yield return i;
        yield return -1;
        for (var i = size - (most / 2); i < size; i++) yield return i;
    }

    private readonly record struct Marks(char Open, char Close, string Suffix, string Separator, bool BlankLines);
}
