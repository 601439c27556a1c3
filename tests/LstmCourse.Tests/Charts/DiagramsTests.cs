using LstmCourse.Charts;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Charts;

public class DiagramsTests
{
    public static readonly IReadOnlyDictionary<string, Func<Diagram>> All = new Dictionary<string, Func<Diagram>>
    {
        ["LstmCell"] = () => Diagrams.LstmCell(),
        ["LstmCellWithValues"] = () => Diagrams.LstmCell(
            new(1, 0.5, 0, 0.817574476194, 0.817574476194, 0.905148253645, 0.817574476194, 0.740026109351, 0.514385922535)),
        ["RnnCell"] = Diagrams.RnnCell,
        ["GruCell"] = Diagrams.GruCell,
        ["StackedStates"] = () => Diagrams.StackedStates(layers: 3),
        ["StackedStatesOneWay"] = () => Diagrams.StackedStates(layers: 2, bidirectional: false),
    };

    public static IEnumerable<object[]> Names => All.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void The_drawing_is_as_reviewed(string name) => Snapshot.Match(All[name]().ToSvg(), "svg", name: name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Texts_stay_on_the_page_and_apart(string name) => DrawnText.AssertReadable(All[name]().ToSvg());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_words_describe_the_drawing(string name) =>
        Assert.StartsWith("Diagram: ", All[name]().ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_numbers_of_a_step_stand_beside_the_lines()
    {
        var diagram = All["LstmCellWithValues"]();
        Assert.Contains("f = 0.818<", diagram.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("new c = 0.740026, new h = 0.514386.", diagram.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gates_have_the_colours_of_the_charts()
    {
        var svg = Diagrams.LstmCell().ToSvg();
        Assert.All(
            [Palette.Forget, Palette.Input, Palette.Candidate, Palette.Output, Palette.Cell, Palette.Hidden],
            style => Assert.Contains(style.Color, svg, StringComparison.Ordinal));
    }

    [Fact]
    public void States_are_told_in_the_order_of_h_n()
    {
        var words = Diagrams.StackedStates(layers: 2).ToString();
        Assert.EndsWith("0: layer 0, forwards after the last step; 1: layer 0, backwards after the first step; "
            + "2: layer 1, forwards after the last step; 3: layer 1, backwards after the first step.", words, StringComparison.Ordinal);
        Assert.EndsWith("0: layer 0, forwards after the last step; 1: layer 1, forwards after the last step.",
            Diagrams.StackedStates(layers: 2, bidirectional: false).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void More_layers_than_fit_the_page_are_refused(int layers) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Diagrams.StackedStates(layers));

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    public void Any_number_of_layers_is_readable(int layers, bool bidirectional) =>
        DrawnText.AssertReadable(Diagrams.StackedStates(layers, bidirectional).ToSvg());
}
