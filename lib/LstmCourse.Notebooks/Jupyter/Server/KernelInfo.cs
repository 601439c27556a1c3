using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>How the kernel introduces itself.</summary>
internal static class KernelInfo
{
    private static string Version { get; } = typeof(KernelInfo).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";

    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageHeader.ProtocolVersion,
        ["implementation"] = "lstmcourse",
        ["implementation_version"] = Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"LstmCourse {Version}: C# on .NET {Environment.Version}",
        ["help_links"] = new JsonArray(),
    };
}
