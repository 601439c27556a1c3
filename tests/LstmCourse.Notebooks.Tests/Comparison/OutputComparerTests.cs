using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Comparison;
using LstmCourse.Notebooks.Documents;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Comparison;

public sealed class OutputComparerTests
{
    [Theory]
    [InlineData("c = 0.740026109351", "c = 0.740026109352")]
    [InlineData("c = 0.74000", "c = 0.74007")]
    [InlineData("c = -0.0000 ok", "c =  0.0000 ok")]
    [InlineData("9.54e-07", "9.5405E-7")]
    [InlineData("  1.0  -2.5 |", " 1.00   -2.50|")]
    [InlineData("1e-14", "-3e-15")]
    [InlineData("loss 1.", "loss 1.")]
    [InlineData("0.5 and 1", "0.5 and 0.99999999")]
    [InlineData("a\r\nb", "a\nb\n")]
    [InlineData("(0.1,\u22120.2)", "(0.1,-0.2)")]
    public void Texts_that_say_the_same_are_equal(string committed, string now) => Assert.Empty(CompareText(committed, now));

    [Theory]
    [InlineData("c = 0.7400", "c = 0.7402")]
    [InlineData("c = 0.7400", "c = -0.7400")]
    [InlineData("9.54e-07", "9.55e-07")]
    [InlineData("epoch 20000", "epoch 20001")]
    [InlineData("1,048,576", "1,048,577")]
    [InlineData("12", "1 2")]
    [InlineData("x2 = 1.0", "x3 = 1.0")]
    [InlineData("v0.106.0", "v0.106.1")]
    [InlineData("colour #1f77b4", "colour #1f77b5")]
    [InlineData("NaN", "0.0")]
    [InlineData("∞", "1.0")]
    [InlineData("good", "bad")]
    [InlineData("a\nb", "a\n\nb")]
    [InlineData("  indented", "indented")]
    [InlineData("0.5", "0.5 s")]
    [InlineData("5-3.0", "5+3.0")]
    public void Texts_that_say_something_else_differ(string committed, string now) => Assert.NotEmpty(CompareText(committed, now));

    [Fact]
    public void A_difference_names_the_line_and_shows_both_sides()
    {
        var difference = Assert.Single(CompareText("same 1.0\nc = 0.7400\nsame\n", "same 1.0\nc = 0.7500\nsame\n"));
        Assert.Equal(1, difference.Cell);
        Assert.Equal("output 1 (stdout, line 2)", difference.Place);
        Assert.Equal(["- c = 0.7400", "+ c = 0.7500"], difference.Lines.AsEnumerable());
    }

    [Fact]
    public void Lines_that_came_or_went_stand_alone_in_the_difference()
    {
        var difference = Assert.Single(CompareText("a\nb\nc\nd\ne\n", "a\nc\nd\nnew\ne\n"));
        Assert.Equal("output 1 (stdout, line 2)", difference.Place);
        Assert.Equal(["- b", "+ new"], difference.Lines.AsEnumerable());
    }

    [Fact]
    public void A_long_difference_is_shortened_around_what_differs()
    {
        var long1 = new string('a', 500) + "0.5" + new string('b', 500);
        var long2 = new string('a', 500) + "0.6" + new string('b', 500);
        var lines = Assert.Single(CompareText(long1, long2)).Lines;
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 50, 130));
        Assert.Contains("0.6", lines[1], StringComparison.Ordinal);

        var many = Assert.Single(CompareText(Numbered(0, 100), Numbered(1000, 100))).Lines;
        Assert.Equal(13, many.Length);
        Assert.Equal("… and 188 more lines", many[^1]);
    }

    [Fact]
    public void Thousands_of_differing_lines_take_no_time()
    {
        Assert.NotEmpty(CompareText(Numbered(0, 20_000), Numbered(100_000, 20_000)));
    }

    [Theory]
    [InlineData("took 12.5 s, 300 MB", "took 950 ms, 1.2 GB")]
    [InlineData("12 epochs in 3 s", "13 epochs in 4 s")]
    public void In_a_volatile_cell_numbers_and_their_units_do_not_count(string committed, string now)
    {
        Assert.NotEmpty(CompareText(committed, now));
        Assert.Empty(CompareText(committed, now, tags: ["volatile"]));
    }

    [Fact]
    public void In_a_volatile_cell_words_still_count()
    {
        Assert.NotEmpty(CompareText("took 12.5 s", "cost 12.5 s", tags: ["volatile"]));
        Assert.NotEmpty(CompareText("took 12.5 s", "took 12.5 sheep", tags: ["volatile"]));
    }

    [Fact]
    public void A_cell_can_set_its_own_tolerance_which_goes_for_whole_numbers_too()
    {
        Assert.Empty(CompareText("accuracy 85 % of 0.850", "accuracy 86 % of 0.855", tolerance: 0.02));
        Assert.NotEmpty(CompareText("accuracy 85 %", "accuracy 80 %", tolerance: 0.02));
    }

    [Fact]
    public void The_absolute_tolerance_can_be_set_too()
    {
        var metadata = JsonNode.Parse("""{"lstmcourse": {"tolerance": {"relative": 0, "absolute": 0.5}}}""")!;
        var cell = Code("x", outputs: new StreamOutput("stdout", "0.1"));
        cell["metadata"] = metadata;
        Assert.Empty(OutputComparer.Compare(Of(cell).CodeCells.Single(), [new StreamOutput("stdout", "0.6")]));
        Assert.NotEmpty(OutputComparer.Compare(Of((JsonObject)cell.DeepClone()).CodeCells.Single(), [new StreamOutput("stdout", "0.61")]));
    }

    [Fact]
    public void The_kinds_of_outputs_and_their_order_count()
    {
        var cell = Cell(outputs: [new StreamOutput("stdout", "a"), new ResultOutput(MimeBundle.OfText("text/plain", "1"), 1)]);
        var difference = Assert.Single(OutputComparer.Compare(cell, [new StreamOutput("stdout", "a"), new ErrorOutput("E", "m", [])]));
        Assert.Equal("the kinds of outputs", difference.Place);
        Assert.Equal(["- stdout, result", "+ stdout, error"], difference.Lines.AsEnumerable());
        Assert.Equal("+ no output", Assert.Single(OutputComparer.Compare(cell, [])).Lines[1]);
    }

    [Fact]
    public void Pieces_of_one_stream_are_one_output_however_they_are_cut()
    {
        var cell = Cell(outputs: [new StreamOutput("stdout", "a\n"), new StreamOutput("stdout", "b\n")]);
        Assert.Empty(OutputComparer.Compare(cell, [new StreamOutput("stdout", "a\nb\n")]));
        Assert.NotEmpty(OutputComparer.Compare(cell, [new StreamOutput("stderr", "a\nb\n")]));
    }

    [Fact]
    public void Execution_counts_and_tracebacks_do_not_count_but_messages_do()
    {
        var cell = Cell(outputs: [new ErrorOutput("E", "sum is 1.0", ["at cell 1"])]);
        Assert.Empty(OutputComparer.Compare(cell, [new ErrorOutput("E", "sum is 1.00001", ["elsewhere"])]));
        Assert.NotEmpty(OutputComparer.Compare(cell, [new ErrorOutput("F", "sum is 1.0", ["at cell 1"])]));
        var result = Cell(outputs: [new ResultOutput(MimeBundle.OfText("text/plain", "1"), 7)]);
        Assert.Empty(OutputComparer.Compare(result, [new ResultOutput(MimeBundle.OfText("text/plain", "1"), 1)]));
    }

    [Fact]
    public void Charts_are_compared_by_their_data_and_a_difference_names_the_place()
    {
        const string Figure = """{"data": [{"type": "scatter", "y": [1, 0.5, 0.25], "name": "h 0.5"}], "layout": {"width": 600}}""";
        Assert.Empty(CompareChart(Figure, """{"layout": {"width": 600}, "data": [{"y": [1.00001, 0.5, 0.250001], "type": "scatter", "name": "h 0.5"}]}"""));

        var lines = CompareChart(Figure, """{"data": [{"type": "scatter", "y": [1, 0.6, 0.25], "name": "h 0.6"}], "layout": {"height": 1}}""");
        Assert.Equal(
            [
                "- data[0].y[1]: 0.5", "+ data[0].y[1]: 0.6", "- data[0].name: \"h 0.5\"", "+ data[0].name: \"h 0.6\"",
                "- layout.width: 600", "+ layout.height: 1",
            ],
            lines);
        Assert.Equal(["- data[0].y: 3 values", "+ data[0].y: 2 values"], CompareChart(Figure, """{"data": [{"type": "scatter", "y": [1, 0.5], "name": "h 0.5"}], "layout": {"width": 600}}"""));
        Assert.NotEmpty(CompareChart("""{"a": null}""", """{"a": 0}"""));
        Assert.NotEmpty(CompareChart("""{"a": true}""", """{"a": false}"""));
        Assert.Empty(CompareChart("""{"a": [true, null, "x"]}""", """{"a": [true, null, "x"]}"""));
    }

    [Fact]
    public void Many_differing_values_of_a_chart_are_counted()
    {
        var lines = CompareChart($"[{string.Join(',', Enumerable.Range(0, 100))}]", $"[{string.Join(',', Enumerable.Range(1000, 100))}]");
        Assert.Equal(11, lines.Count());
        Assert.Equal("… and 95 more values", lines.Last());
    }

    [Fact]
    public void In_a_drawing_coordinates_may_move_a_little_and_labels_may_not()
    {
        const string Drawing = """<svg><path d="M10.00-3.20L4,2" stroke="#1f77b4"/><text x="0">c = 0.74</text></svg>""";
        Assert.Empty(CompareMime("image/svg+xml", Drawing, Drawing.Replace("M10.00", "M10.04", StringComparison.Ordinal)
            .Replace("x=\"0\"", "x=\"0.01\"", StringComparison.Ordinal)));
        Assert.NotEmpty(CompareMime("image/svg+xml", Drawing, Drawing.Replace("M10.00", "M10.60", StringComparison.Ordinal)));
        Assert.NotEmpty(CompareMime("image/svg+xml", Drawing, Drawing.Replace("0.74", "0.75", StringComparison.Ordinal)));
        Assert.NotEmpty(CompareMime("image/svg+xml", Drawing, Drawing.Replace("1f77b4", "1f77b5", StringComparison.Ordinal)));
        Assert.NotEmpty(CompareMime("text/html", "<input value='0.50'>", "<input value='0.51'>"));
    }

    [Fact]
    public void When_several_representations_differ_the_most_readable_stands_for_all()
    {
        DisplayOutput Value(string number) => new(new MimeBundle(
        [
            KeyValuePair.Create<string, JsonNode>("image/svg+xml", JsonValue.Create($"<svg><text>{number}</text></svg>")),
            KeyValuePair.Create("application/vnd.plotly.v1+json", JsonNode.Parse($"[{number}]")!),
            KeyValuePair.Create<string, JsonNode>("text/plain", JsonValue.Create(number)),
        ]));
        var difference = Assert.Single(OutputComparer.Compare(Cell(outputs: Value("0.5")), [Value("0.6")]));
        Assert.Equal("output 1 (text/plain, line 1; also application/vnd.plotly.v1+json, image/svg+xml)", difference.Place);
        Assert.Equal(["- 0.5", "+ 0.6"], difference.Lines.AsEnumerable());
    }

    [Fact]
    public void A_sampled_text_may_be_compared_by_its_shape()
    {
        var cell = Shaped("shape", new StreamOutput("stdout", "a cat\nsat\n"), new DisplayOutput(MimeBundle.OfText("text/plain", "x")));
        Assert.Empty(OutputComparer.Compare(cell,
            [new StreamOutput("stdout", "my dog\nran\n"), new DisplayOutput(MimeBundle.OfText("text/plain", "other"))]));
        var difference = Assert.Single(
            OutputComparer.Compare(cell, [new StreamOutput("stdout", "one\n"), new DisplayOutput(MimeBundle.OfText("text/plain", "x"))]));
        Assert.Equal(["- stdout of 2 lines", "+ stdout of 1 line"], difference.Lines.ToArray());
        Assert.Equal("the kinds of outputs", Assert.Single(OutputComparer.Compare(cell, [new StreamOutput("stderr", "a\nb\n")])).Place);
    }

    [Fact]
    public void Trained_numbers_are_compared_where_the_mathematics_are_the_same()
    {
        var cell = Shaped("trained", new StreamOutput("stdout", "accuracy 0.81\n"));
        ImmutableArray<CellOutput> others = [new StreamOutput("stdout", "accuracy 0.84\nand a line\n")];
        Assert.Single(OutputComparer.Compare(cell, others));
        Assert.Empty(OutputComparer.Compare(cell, others, otherMathematics: true));
        Assert.Single(OutputComparer.Compare(cell, [new StreamOutput("stderr", "accuracy 0.81\n")], otherMathematics: true));
        var plain = Cell(outputs: new StreamOutput("stdout", "accuracy 0.81\n"));
        Assert.Single(OutputComparer.Compare(plain, others, otherMathematics: true));
    }

    [Fact]
    public void A_comparison_that_does_not_exist_is_refused()
    {
        var problem = Assert.Throws<NotebookFormatException>(() => OutputComparer.Compare(Shaped("form"), []));
        Assert.Equal("cell 1 of the notebook: expected \"compare\": \"shape\" or \"trained\", got \"form\"", problem.Message);
    }

    private static CodeCell Shaped(string word, params CellOutput[] outputs)
    {
        var code = Code("x", null, null, outputs);
        code["metadata"]!["lstmcourse"] = new System.Text.Json.Nodes.JsonObject { ["compare"] = word };
        return Of(code).CodeCells.Single();
    }

    [Fact]
    public void The_representations_of_a_value_count()
    {
        var cell = Cell(outputs: [new DisplayOutput(MimeBundle.OfText("text/plain", "1"))]);
        var difference = Assert.Single(OutputComparer.Compare(cell, [new DisplayOutput(MimeBundle.OfText("text/html", "1"))]));
        Assert.Equal(["- text/plain", "+ text/html"], difference.Lines.AsEnumerable());
    }

    private static ImmutableArray<OutputDifference> CompareText(string committed, string now, string[]? tags = null,
        double? tolerance = null) =>
        OutputComparer.Compare(Cell(tags, tolerance, new StreamOutput("stdout", committed)), [new StreamOutput("stdout", now)]);

    private static IEnumerable<string> CompareChart(string committed, string now) => OutputComparer.Compare(
        Cell(outputs: Chart(committed)), [Chart(now)]).SelectMany(difference => difference.Lines);

    private static ImmutableArray<OutputDifference> CompareMime(string type, string committed, string now) => OutputComparer.Compare(
        Cell(outputs: new DisplayOutput(MimeBundle.OfText(type, committed))), [new DisplayOutput(MimeBundle.OfText(type, now))]);

    private static DisplayOutput Chart(string json) =>
        new(new MimeBundle([KeyValuePair.Create("application/vnd.plotly.v1+json", JsonNode.Parse(json)!)]));

    private static string Numbered(int start, int count) => string.Join('\n', Enumerable.Range(start, count).Select(i => $"line {i}"));
}
