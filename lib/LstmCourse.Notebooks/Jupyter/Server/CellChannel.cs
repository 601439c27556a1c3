using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>Sends the outputs of the cell of one execute_request, as messages that name it as their parent.</summary>
internal sealed class CellChannel(Request request, IopubChannel iopub, StdinChannel stdin, bool isSilent) : ICellOutput
{
    public void WriteStream(string name, string text) => Publish("stream", new JsonObject { ["name"] = name, ["text"] = text });

    public void Display(MimeBundle data, string displayId) => Publish("display_data", Displayed(data, displayId));

    public void Update(string displayId, MimeBundle data) => Publish("update_display_data", Displayed(data, displayId));

    public void Clear(bool wait) => Publish("clear_output", new JsonObject { ["wait"] = wait });

    public void Fail(ErrorOutput error) => Publish("error", ContentOf(error));

    public void WaitForReaders() => iopub.WaitForReaders();

    public string ReadLine(string prompt, bool isPassword, CancellationToken cancellationToken)
    {
        if (!request.Content.Flag("allow_stdin")) throw new InvalidOperationException(
            "This notebook is run without a person to answer: it cannot ask for input.");
        return stdin.Ask(request, prompt, isPassword, cancellationToken);
    }

    /// <summary>The object that carries a bundle in messages and notebooks.</summary>
    public static JsonObject DataOf(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mimeType, content) in bundle.Representations) data[mimeType] = content.DeepClone();
        return data;
    }

    /// <summary>The content of an error's message.</summary>
    public static JsonObject ContentOf(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)JsonValue.Create(line))]),
    };

    private static JsonObject Displayed(MimeBundle bundle, string displayId) => new()
    {
        ["data"] = DataOf(bundle),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = displayId },
    };

    private void Publish(string type, JsonObject content)
    {
        if (!isSilent) iopub.Publish(type, content, request.Message.Header);
    }
}
