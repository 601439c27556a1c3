using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Notebooks.Jupyter.Specs;

/// <summary>How a kernel is started: the content of a <c>kernel.json</c>.</summary>
/// <param name="Name">The name of its folder, by which notebooks ask for it.</param>
/// <param name="DisplayName">What a person picks in a menu.</param>
/// <param name="Language">The language, for editors.</param>
/// <param name="Arguments">The command line; <c>{connection_file}</c> stands for the path.</param>
/// <param name="Environment">Environment variables to add.</param>
public sealed record KernelSpec(
    string Name, string DisplayName, string Language, ImmutableArray<string> Arguments, ImmutableDictionary<string, string> Environment)
{
    /// <summary>The name of this course's own kernel.</summary>
    public const string CourseName = "lstm-course";

    /// <summary>The name that C# notebooks ask for, since .NET Interactive had it.</summary>
    public const string CSharpName = ".net-csharp";

    private static readonly JsonSerializerOptions Indented = new(JsonReading.Compact) { WriteIndented = true };

    /// <summary>The course's own kernel, which needs no installation.</summary>
    /// <param name="courseDll">The path of <c>course.dll</c>.</param>
    /// <param name="name">The name to give it.</param>
    /// <param name="displayName">What a person picks in a menu.</param>
    public static KernelSpec OfCourse(string courseDll, string name = CourseName, string displayName = "C# (LSTM course)")
    {
        return new KernelSpec(name, displayName, "C#", [DotnetCommand.Path, Path.GetFullPath(courseDll), "kernel", "run",
            "{connection_file}"], ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>Whether this starts a kernel of this course, from whatever folder.</summary>
    public bool IsOfCourse => Arguments is [_, var dll, "kernel", "run", ..] && Path.GetFileName(dll) == "course.dll";

    /// <summary>Reads <c>kernel.json</c> in a folder.</summary>
    /// <exception cref="InvalidDataException">The file is missing or is no kernelspec.</exception>
    public static KernelSpec Read(string folder)
    {
        var path = Path.Combine(folder, "kernel.json");
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new JsonException("it is no object");
            var arguments = json["argv"] as JsonArray ?? throw new JsonException("it has no argv");
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            return new KernelSpec(
                name,
                json.Text("display_name") ?? name,
                json.Text("language") ?? "",
                // A spec may name files of its own folder.
                [.. arguments.Select(a => a!.GetValue<string>().Replace("{resource_dir}", folder, StringComparison.Ordinal))],
                json.Object("env").ToImmutableDictionary(e => e.Key, e => e.Value!.GetValue<string>()));
        }
        catch (Exception e) when (e
            is JsonException or InvalidOperationException or NullReferenceException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: not a kernelspec that can be read ({e.Message})");
        }
    }

    /// <summary>Writes <c>kernel.json</c> into a folder, which is made if need be.</summary>
    public void Write(string folder)
    {
        var json = new JsonObject
        {
            ["argv"] = new JsonArray([.. Arguments.Select(a => (JsonNode)JsonValue.Create(a))]),
            ["display_name"] = DisplayName,
            ["language"] = Language,
            ["interrupt_mode"] = "message",
        };
        if (!Environment.IsEmpty)
        {
            var variables = Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal);
            json["env"] = new JsonObject(variables.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value)));
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), json.ToJsonString(Indented) + "\n");
    }
}
