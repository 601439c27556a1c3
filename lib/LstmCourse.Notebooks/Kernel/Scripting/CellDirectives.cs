using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>The lines of a cell that are meant for the notebook and not for the compiler, as .NET Interactive has them.</summary>
/// <param name="Code">The cell without them: their lines are blank, so that all others keep their numbers.</param>
/// <param name="PackageSources">What <c>#i "nuget:…"</c> names.</param>
/// <param name="ShowsTime">Whether there is a <c>#!time</c>.</param>
/// <param name="ShowsAbout">Whether there is a <c>#!about</c>.</param>
internal sealed record CellDirectives(string Code, ImmutableArray<string> PackageSources, bool ShowsTime, bool ShowsAbout)
{
    private const string Command = "#!", Include = "#i", SourcePrefix = "nuget:";

    /// <summary>Takes a cell apart.</summary>
    /// <exception cref="DirectiveException">A line is one that this kernel does not know.</exception>
    public static CellDirectives Read(string code)
    {
        if (!code.Contains(Command, StringComparison.Ordinal) && !code.Contains(Include, StringComparison.Ordinal)) return new(code, [],
            false, false);
        var lines = code.Split('\n');
        var sources = ImmutableArray.CreateBuilder<string>();
        var (time, about) = (false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.StartsWith(Command, StringComparison.Ordinal)) Run(line[Command.Length..].Trim().ToString(), i + 1, ref time,
                ref about);
            else if (SourceOf(line) is { } source) sources.Add(source);
            else continue;
            lines[i] = "";
        }

        return new(string.Join('\n', lines), sources.ToImmutable(), time, about);
    }

    private static void Run(string command, int line, ref bool time, ref bool about)
    {
        var name = command.Split(' ', 2)[0];
        switch (name)
        {
            case "csharp" or "c#" or "C#":
                break;
            case "time":
                time = true;
                break;
            case "about":
                about = true;
                break;
            default:
                throw new DirectiveException($"line {line}: expected C#, #!time or #!about, got #!{name}: {Instead(name)}");
        }
    }

    private static string Instead(string name) => name switch
    {
        "import" => "write #load \"file.csx\" for a script, or copy the notebook's cells",
        "markdown" => "make it a Markdown cell, or write Markdown(\"…\") as the last expression",
        "html" => "write HTML(\"…\") as the last expression",
        "javascript" or "js" => "write Javascript(\"…\")",
        "who" or "whos" => "name a variable at the end of a cell to see its value",
        "share" or "set" or "value" => "there is one language here, and its variables are seen in all later cells",
        "fsharp" or "f#" or "pwsh" or "powershell" or "sql" or "kql" or "python" or "mermaid" or "http" or "connect" =>
            "this kernel runs C# only; such a cell needs a notebook of its own",
        "lsmagic" => "there are no others",
        _ => "leave the line out",
    };

    // #i "nuget:https://…"
    private static string? SourceOf(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith(Include, StringComparison.Ordinal) || line.Length == Include.Length
            || !char.IsWhiteSpace(line[Include.Length])) return null;
        var quoted = line[Include.Length..].Trim();
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"') return null;
        var text = quoted[1..^1].Trim();
        return text.StartsWith(SourcePrefix, StringComparison.Ordinal) ? text[SourcePrefix.Length..].Trim().ToString() : null;
    }
}

/// <summary>A cell has a line that this kernel does not know.</summary>
/// <param name="message">The line, and what to write instead.</param>
internal sealed class DirectiveException(string message) : Exception(message);
