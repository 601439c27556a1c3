using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.DotNetInteractive.Tests;

/// <summary>The real engine's events as notebook outputs.</summary>
public sealed class EngineSessionTests
{
    [Fact]
    public async Task Results_streams_and_hidden_values_are_what_a_notebook_holds()
    {
        var cells = await Engine.RunAsync(
            "1+1", "Console.Write(\"a\"); Console.Write(\"b\\r\\n\"); Console.Error.Write(\"oh\");", "var quiet = 1;");

        var result = Assert.IsType<ResultOutput>(Assert.Single(cells[0].Events.Outputs()));
        Assert.Equal(("2", 1), ((string?)result.Data["text/plain"], result.ExecutionCount));
        var streams = cells[1].Events.Outputs().Cast<StreamOutput>().GroupBy(part => part.Name).ToDictionary(
            part => part.Key, part => string.Concat(part.Select(p => p.Text)));
        Assert.Equal(("ab\n", "oh"), (streams["stdout"], streams["stderr"]));
        Assert.Empty(cells[2].Events);
        Assert.Equal([new(true, 1), new(true, 2), new CellCompletion(true, 3)], cells.Select(cell => cell.Completion));
    }

    [Fact]
    public async Task Json_that_comes_as_text_becomes_a_value_and_other_types_come_with_it()
    {
        var cells = await Engine.RunAsync(
            "using Microsoft.DotNet.Interactive.Formatting;\nclass Chart { }\n"
                + "Formatter.SetPreferredMimeTypesFor(typeof(Chart), \"application/vnd.plotly.v1+json\", \"image/svg+xml\", "
                    + "\"text/plain\");\n"
                + "Formatter.Register<Chart>((c, w) => w.Write(\"{\\\"data\\\":[]}\"), \"application/vnd.plotly.v1+json\");\n"
                + "Formatter.Register<Chart>((c, w) => w.Write(\"<svg/>\"), \"image/svg+xml\");\n"
                + "Formatter.Register<Chart>((c, w) => w.Write(\"a chart\"), \"text/plain\");",
            "new Chart()");
        Assert.True(cells[0].Completion.Succeeded, string.Join('\n', cells[0].Events.Outputs()));
        var data = Assert.IsType<ResultOutput>(Assert.Single(cells[1].Events.Outputs())).Data;
        Assert.Equal(
            ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"],
            data.Representations.Select(part => part.Key).Order(StringComparer.Ordinal));
        Assert.Empty(data["application/vnd.plotly.v1+json"]!["data"]!.AsArray());
        Assert.Equal("<svg/>", (string?)data["image/svg+xml"]);
    }

    [Fact]
    public async Task An_exception_gives_one_error_and_the_next_cell_runs()
    {
        var cells = await Engine.RunAsync("throw new InvalidOperationException(\"meant\");", "1+1");
        Assert.Equal([new(false, 1), new CellCompletion(true, 2)], cells.Select(cell => cell.Completion));
        var error = Assert.IsType<ErrorOutput>(Assert.Single(cells[0].Events.Outputs()));
        Assert.Equal(("InvalidOperationException", "meant"), (error.Name, error.Message));
    }

    [Fact]
    public async Task What_the_engine_refuses_is_one_error_in_the_words_of_the_courses_kernel()
    {
        var cells = await Engine.RunAsync("int wrong = \"text\";", "#!nonsense");
        var errors = cells.Select(cell => Assert.IsType<ErrorOutput>(Assert.Single(cell.Events.Outputs()))).ToList();
        Assert.Equal(
            ("CompilationError", "cell 1, line 1: error CS0029: Cannot implicitly convert type 'string' to 'int'"),
            (errors[0].Name, errors[0].Message));
        Assert.Equal("CompilationError", errors[1].Name);
        Assert.StartsWith("cell 2, line 1: error DNI101: Unknown magic command '#!nonsense'", errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Updates_reach_what_was_shown()
    {
        var cells = await Engine.RunAsync("var shown = display(\"0 %\"); shown.Update(\"50 %\"); shown.Update(\"100 %\");");
        var events = Assert.Single(cells).Events;
        var first = Assert.IsType<OutputProduced>(events[0]);
        Assert.Equal("0 %", (string?)Assert.IsType<DisplayOutput>(first.Output).Data["text/plain"]);
        Assert.Equal(["50 %", "100 %"], events.Skip(1).Cast<DisplayUpdated>().Select(update => (string?)update.Data["text/plain"]));
        Assert.All(events.Skip(1).Cast<DisplayUpdated>(), update => Assert.Equal(first.DisplayId, update.DisplayId));
    }

    [Fact]
    public async Task What_an_import_shows_is_heard()
    {
        var folder = Directory.CreateTempSubdirectory("course-import-");
        var file = Path.Combine(folder.FullName, "x.ipynb");
        await File.WriteAllTextAsync(
            file,
            """
            {
              "cells": [
                {
                  "cell_type": "code", "execution_count": null, "metadata": {"polyglot_notebook": {"kernelName": "csharp"}}, "outputs": [],
                  "source": ["Console.WriteLine(\"from the import\");"]
                }
              ],
              "metadata": {
                "kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
                "language_info": {"name": "polyglot-notebook"}
              },
              "nbformat": 4, "nbformat_minor": 5
            }
            """);
        var cells = await Engine.RunAsync($"#!import {file}");
        Assert.True(cells[0].Completion.Succeeded, string.Join('\n', cells[0].Events.Outputs()));
        Assert.Contains(
            "from the import\n",
            string.Concat(cells[0].Events.Outputs().OfType<StreamOutput>().Select(stream => stream.Text)),
            StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
