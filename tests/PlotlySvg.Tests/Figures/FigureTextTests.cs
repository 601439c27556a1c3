using System.Text.Json.Nodes;

namespace PlotlySvg.Tests.Figures;

public class FigureTextTests
{
    [Fact]
    public void A_short_line_is_told_point_by_point() => Assert.Equal(
        "Chart.\n- loss: 0.7 at 1, 0.4 at 2, 0.5 at 3",
        Told("""{"type":"scatter","name":"loss","x":[1,2,3],"y":[0.7,0.4,0.5]}"""));

    [Fact]
    public void A_long_line_is_told_by_five_points_and_says_where_it_is_lowest_and_highest() => Assert.Equal(
        "Chart.\n- h: 9 values: 1 at 10, 3 at 12, 5 at 14, 7 at 16, 0 at 18; lowest at 18, highest 9 at 17",
        Told("""{"type":"scatter","name":"h","x":[10,11,12,13,14,15,16,17,18],"y":[1,2,3,4,5,6,7,9,0]}"""));

    [Fact]
    public void Without_places_a_line_is_counted_from_zero_and_gaps_are_missing() => Assert.Equal(
        "Chart.\n- 7 values: 2 at 0, missing at 1, 4 at 3, 1 at 4, 6 at 6; lowest at 4, highest 8 at 5",
        Told("""{"type":"scatter","y":[2,null,3,4,1,8,6]}"""));

    [Fact]
    public void A_level_line_is_told_by_one_value() => Assert.Equal(
        "Chart.\n- guess: 8 values, all 0.25", Told("""{"type":"scatter","name":"guess","y":[0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25]}"""));

    [Fact]
    public void A_heat_map_is_told_row_by_row_with_the_rows_names() => Assert.Equal(
        "Chart.\n- forget gate: lowest 0.1 at b, highest 0.9 at a\n- input gate: all 1",
        Told("""{"type":"heatmap","x":["a","b"],"y":["forget gate","input gate"],"z":[[0.9,0.1],[1,1]]}"""));

    [Fact]
    public void A_heat_map_of_many_rows_is_told_in_one_line()
    {
        var rows = string.Join(',', Enumerable.Range(0, 25).Select(row => $"[{row},-1]"));
        Assert.Equal("Chart.\n- 25 rows of 2 values, -1 to 24", Told($$"""{"type":"heatmap","z":[{{rows}}]}"""));
    }

    private static string Told(string trace) =>
        FigureText.Describe(JsonNode.Parse($$"""{ "layout": {}, "data": [{{trace}}] }""")!.AsObject());
}
