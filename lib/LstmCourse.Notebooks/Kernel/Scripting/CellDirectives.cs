using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>The lines of a cell that are meant for the notebook and not for the compiler, as .NET Interactive has them.</summary>
/// <param name="Code">The cell without them: their lines are blank, so that all others keep their numbers.</param>
/// <param name="PackageSources">What <c>#i "nuget:…"</c> names.</param>
internal sealed record CellDirectives(string Code, ImmutableArray<string> PackageSources)
{
    private const string Command = "#!", Include = "#i", SourcePrefix = "nuget:";

    /// <summary>Whether there is a <c>#!time</c>.</summary>
    public bool ShowsTime { get; private init; }

    /// <summary>Whether there is a <c>#!about</c>.</summary>
    public bool ShowsAbout { get; private init; }

    /// <summary>Whether there is a <c>#!who</c>.</summary>
    public bool ShowsNames { get; private init; }

    /// <summary>Whether there is a <c>#!whos</c>.</summary>
    public bool ShowsVariables { get; private init; }

    /// <summary>What follows a <c>#!markdown</c> at the top of the cell, up to the next such line; null without one.</summary>
    public string? Markdown { get; private init; }

    /// <summary>Takes a cell apart.</summary>
    /// <exception cref="DirectiveException">A line is one that this kernel does not know.</exception>
    public static CellDirectives Read(string code)
    {
        var directives = new CellDirectives(code, []);
        if (!code.Contains(Command, StringComparison.Ordinal) && !code.Contains(Include, StringComparison.Ordinal)) return directives;
        var lines = code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.StartsWith(Command, StringComparison.Ordinal))
            {
                directives = directives.With(line[Command.Length..].Trim().ToString().Split(' ', 2)[0], lines, i);
            }
            else if (SourceOf(line) is { } source)
            {
                directives = directives with { PackageSources = directives.PackageSources.Add(source) };
            }
            else
            {
                continue;
            }

            lines[i] = "";
        }

        return directives with { Code = string.Join('\n', lines) };
    }

    private CellDirectives With(string name, string[] lines, int at) => name switch
    {
        "csharp" or "c#" or "C#" => this,
        "time" => this with { ShowsTime = true },
        "about" => this with { ShowsAbout = true },
        "who" => this with { ShowsNames = true },
        "whos" => this with { ShowsVariables = true },
        "markdown" when lines.Take(at).All(string.IsNullOrWhiteSpace) => this with { Markdown = Take(lines, at + 1) },
        _ => throw new DirectiveException($"line {at + 1}: expected C#, #!time, #!about, #!who, #!whos, or #!markdown at the top, got "
            + $"#!{name}: {Instead(name)}"),
    };

    private static string Take(string[] lines, int first)
    {
        var taken = lines.Skip(first).TakeWhile(line => !line.AsSpan().TrimStart().StartsWith(Command, StringComparison.Ordinal)).ToList();
        Array.Fill(lines, "", first, taken.Count);
        return string.Join('\n', taken).Trim('\n');
    }

    private static string Instead(string name) => name switch
    {
        "import" => "write #load \"file.csx\" for a script, or copy the notebook's cells",
        "markdown" => "give it a cell of its own, or write display(Markdown(\"…\"))",
        "html" => "write HTML(\"…\") as the last expression",
        "javascript" or "js" => "write Javascript(\"…\")",
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
