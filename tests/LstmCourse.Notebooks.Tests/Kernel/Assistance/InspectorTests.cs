using LstmCourse.Notebooks.Kernel.Assistance;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Notebooks.Tests.Jupyter;

namespace LstmCourse.Notebooks.Tests.Kernel.Assistance;

[Collection(KernelTests.Name)]
public sealed class InspectorTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public InspectorTests()
    {
        using var cell = new RunningCell(1, new SilentOutput());
        var result = _session.Execute("""
            var numbers = new List<int> { 3, 1 }; var word = "a`b"; var odd = new object();
            /// <summary>Adds <paramref name="a"/> to <see cref="System.Int32"/>.</summary>
            /// <param name="a">The first.</param>
            /// <param name="b">The <c>second</c>.</param>
            /// <returns>The <c>sum</c>.</returns>
            /// <exception cref="System.OverflowException">It is too large.</exception>
            /// <remarks>Two paragraphs.<para>And code:</para><code>
            /// Add(1,
            ///     2)
            /// </code></remarks>
            int Add(int a, int b) => a + b;
            /// <summary>A spot.</summary>
            record Spot(int X) { public override string ToString() => throw new Exception(); }
            class Base { /// <summary>Speaks.</summary>
                public virtual void Speak() { } }
            class Derived : Base { /// <inheritdoc/>
                public override void Speak() { } }
            var spot = new Spot(1);
            """, cell);
        Assert.Null(result.Error);
    }

    [Theory]
    [InlineData("numb|ers", "List<int> numbers\n= [3, 1]")]
    [InlineData("numbers|", "List<int> numbers\n= [3, 1]")]
    [InlineData("word|", "string word\n= \"a`b\"")]
    [InlineData("odd|", "object odd")]
    [InlineData("spot|", "Spot spot")]
    [InlineData("new Sp|ot(2)", "Spot.Spot(int X)\n\nA spot.")]
    [InlineData("new Derived().Spe|ak()", "void Derived.Speak()\n\nSpeaks.")]
    [InlineData("int local = 1; loc|al", "int local")]
    [InlineData("va|r x = 1;", "int\n\nRepresents a 32-bit signed integer.")]
    public void A_thing_is_explained(string code, string expected) => Assert.Equal(expected, Inspect(code)?.Text);

    [Fact]
    public void Documentation_is_rendered_as_markdown_and_as_text()
    {
        var inspection = Inspect("Ad|d(1, 2)")!;
        Assert.Equal(
            """
            ```csharp
            int Add(int a, int b)
            ```

            Adds `a` to `Int32`.

            **Parameters**

            - `a`: The first.
            - `b`: The `second`.

            **Returns** The `sum`.

            **Throws**

            - `OverflowException`: It is too large.

            **Remarks** Two paragraphs.

            And code:

            ```csharp
            Add(1,
                2)
            ```
            """.ReplaceLineEndings("\n"),
            inspection.Markdown);
        Assert.StartsWith("int Add(int a, int b)\n\nAdds a to Int32.\n\nParameters:\n  a: The first.", inspection.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Console.WriteLine|")]
    [InlineData("Console.WriteLine(|")]
    [InlineData("Console.WriteLine(\"a\", |")]
    [InlineData("Console.Write|Line(1)")]
    public void A_method_of_dotnet_is_explained_with_its_overloads(string code)
    {
        var text = Inspect(code)!.Text;
        Assert.StartsWith("void Console.WriteLine(", text, StringComparison.Ordinal);
        Assert.Contains("Writes", text, StringComparison.Ordinal);
        Assert.Matches(@"\+ \d\d overloads$", text);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("1 +| 2")]
    [InlineData("nothing|")]
    [InlineData("\"a str|ing\"")]
    [InlineData("// a com|ment")]
    [InlineData("ret|urn;")]
    public void What_means_nothing_is_not_explained(string code) => Assert.Null(Inspect(code));

    public void Dispose() => _session.Dispose();

    private Inspection? Inspect(string code)
    {
        var position = code.IndexOf('|', StringComparison.Ordinal);
        return new SessionAssistant(_session).Inspect(code.Remove(position, 1), position);
    }
}
