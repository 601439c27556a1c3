using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.DotNetInteractive.Tests;

/// <summary>The engine's events as notebook outputs.</summary>
public sealed class EngineSessionTests
{
    [Fact]
    public async Task A_last_expression_is_a_result_once()
    {
        var (outputs, succeeded) = await RunAsync("1+1");
        Assert.True(succeeded);
        var result = Assert.IsType<ResultOutput>(Assert.Single(outputs));
        Assert.Equal(("2", 1), ((string?)result.Data["text/plain"], result.ExecutionCount));
    }

    [Fact]
    public async Task Writes_are_pieces_of_streams_with_plain_line_ends()
    {
        var (outputs, _) = await RunAsync("print");
        Assert.Equal([new StreamOutput("stdout", "a"), new StreamOutput("stdout", "b\n"), new StreamOutput("stderr", "oh")], outputs);
    }

    [Fact]
    public async Task Json_that_comes_as_text_becomes_a_value_and_the_other_types_stay_in_order()
    {
        var (outputs, _) = await RunAsync("chart");
        var data = Assert.IsType<ResultOutput>(Assert.Single(outputs)).Data;
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], data.Representations.Select(part => part.Key));
        Assert.Empty(data["application/vnd.plotly.v1+json"]!["data"]!.AsArray());
        Assert.Equal("<svg/>", (string?)data["image/svg+xml"]);
    }

    [Fact]
    public async Task A_value_that_asks_not_to_be_shown_is_not() => Assert.Empty((await RunAsync("hidden")).Outputs);

    [Fact]
    public async Task An_exception_gives_one_error_although_the_engine_announces_none()
    {
        var (outputs, succeeded) = await RunAsync("throw");
        Assert.False(succeeded);
        var error = Assert.IsType<ErrorOutput>(Assert.Single(outputs));
        Assert.Equal(("InvalidOperationException", "meant"), (error.Name, error.Message));
    }

    [Theory]
    [InlineData("int wrong = \"text\";", "CompilationError", "cell 1, line 1: error CS0029: Cannot implicitly convert type 'string' to 'int'")]
    [InlineData("#!nonsense", "CompilationError", "cell 1, line 1: error DNI101: Unknown magic command '#!nonsense'")]
    [InlineData("split that fails", "Error", "no")]
    public async Task What_the_engine_refuses_is_one_error_in_the_words_of_the_courses_kernel(string code, string name, string message)
    {
        var (outputs, succeeded) = await RunAsync(code);
        Assert.False(succeeded);
        var error = Assert.IsType<ErrorOutput>(Assert.Single(outputs));
        Assert.Equal((name, message), (error.Name, error.Message));
    }

    [Fact]
    public async Task What_an_import_shows_is_heard_although_its_result_does_not_have_it()
    {
        var (outputs, succeeded) = await RunAsync("#!import x.ipynb");
        Assert.True(succeeded);
        Assert.Equal("# Imported", (string?)Assert.IsType<DisplayOutput>(outputs[0]).Data["text/markdown"]);
        Assert.Equal(new StreamOutput("stdout", "from the import\n"), outputs[1]);
    }

    [Fact]
    public async Task Updates_under_another_id_reach_what_was_shown_last()
    {
        var events = await EventsAsync("progress");
        var shown = Assert.IsType<OutputProduced>(events[0]);
        Assert.Equal(["50 %", "100 %"], events.Skip(1).Cast<DisplayUpdated>().Select(update => (string?)update.Data["text/plain"]));
        Assert.All(events.Skip(1).Cast<DisplayUpdated>(), update => Assert.Equal(shown.DisplayId, update.DisplayId));
    }

    [Fact]
    public async Task An_update_of_nothing_is_shown_itself() =>
        Assert.Equal("late", (string?)Assert.IsType<DisplayOutput>(Assert.Single((await RunAsync("update of what was never shown")).Outputs)).Data["text/plain"]);

    [Fact]
    public async Task Cells_are_counted_and_a_failure_does_not_stay()
    {
        using var session = new EngineSession();
        await session.StartAsync();
        Assert.Equal(new CellCompletion(false, 1), await session.ExecuteAsync("throw", _ => { }));
        Assert.Equal(new CellCompletion(true, 2), await session.ExecuteAsync("1+1", _ => { }));
    }

    private static async Task<(List<CellOutput> Outputs, bool Succeeded)> RunAsync(string code)
    {
        using var session = new EngineSession();
        await session.StartAsync();
        var outputs = new List<CellOutput>();
        var completion = await session.ExecuteAsync(code, happened => outputs.Add(((OutputProduced)happened).Output));
        return (outputs, completion.Succeeded);
    }

    private static async Task<List<KernelEvent>> EventsAsync(string code)
    {
        using var session = new EngineSession();
        await session.StartAsync();
        var events = new List<KernelEvent>();
        await session.ExecuteAsync(code, events.Add);
        return events;
    }
}
