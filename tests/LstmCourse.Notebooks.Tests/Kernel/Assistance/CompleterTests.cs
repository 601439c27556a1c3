using LstmCourse.Notebooks.Kernel.Assistance;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Notebooks.Tests.Jupyter;

namespace LstmCourse.Notebooks.Tests.Kernel.Assistance;

[Collection(KernelTests.Name)]
public sealed class CompleterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly CSharpSession _session;

    public CompleterTests()
    {
        _session = new CSharpSession(_folder.FullName);
        Run("""
            var numbers = new List<int> { 3, 1, 2 }; string text = "abc"; int NumberOf(string s) => s.Length;
            /// <summary>A place.</summary>
            record Spot(int X, int Y)
            { public int Weight { get; set; } public int Sum => X + Y; private int Secret; public static Spot Origin => new(0, 0); }
            enum Gate { Forget, Input }
            """);
    }

    // | is the cursor. The first word is the one that must come first.
    [Theory]
    [InlineData("numb|", "numbers", "variable")]
    [InlineData("Numb|", "NumberOf", "method")]
    [InlineData("var x = numb| + 1;", "numbers", "variable")]
    [InlineData("numbers.Cou|", "Count", "property")]
    [InlineData("numbers.Whe|", "Where", "method")]
    [InlineData("numbers?.Cou|", "Count", "property")]
    [InlineData("numbers.Where(n => n > 1).OrderB|", "OrderBy", "method")]
    [InlineData("numbers.Where(n => n.CompareT|", "CompareTo", "method")]
    [InlineData("numbers\n    .Where(n => n > 1)\n    .Sel|\n    .ToList()", "Select", "method")]
    [InlineData("Console.Write|", "Write", "method")]
    [InlineData("Consol|", "Console", "class")]
    [InlineData("System.Colle|", "Collections", "module")]
    [InlineData("using System.Tex|", "Text", "module")]
    [InlineData("new Spot(1, 2).Su|", "Sum", "property")]
    [InlineData("Spot.Orig|", "Origin", "property")]
    [InlineData("new Spot(1, 2) { Wei| }", "Weight", "property")]
    [InlineData("new Spot(1, 2) { Weight = 1, Wei|", "Weight", "property")]
    [InlineData("Gate.For|", "Forget", "enumMember")]
    [InlineData("Gat|", "Gate", "enum")]
    [InlineData("List<Spo|> all;", "Spot", "class")]
    [InlineData("new Spo|", "Spot", "class")]
    [InlineData("foreach (var n in numb|)", "numbers", "variable")]
    [InlineData("foreach (var n in numbers) { n.ToStr|", "ToString", "method")]
    [InlineData("int local = 1; loca|", "local", "variable")]
    [InlineData("void F(int parameter) { para| }", "parameter", "variable")]
    [InlineData("$\"{numb|}\"", "numbers", "variable")]
    [InlineData("text.|\nvar y = 1;", "Chars", "property")]
    [InlineData("retur|", "return", "keyword")]
    [InlineData("Math.P|I", "PI", "constant")]
    [InlineData("numbers.FOD|", "FirstOrDefault", "method")]
    [InlineData("numbers.AR|", "AddRange", "method")]
    [InlineData("displ|", "display", "method")]
    [InlineData("await Task.Dela|", "Delay", "method")]
    [InlineData("numbers[0].CompareT|", "CompareTo", "method")]
    [InlineData("(1, 2).Item|", "Item1", "field")]
    public void The_cursor_is_understood(string code, string first, string kind)
    {
        var completions = Complete(code);
        if (first == "Chars") Assert.Contains(completions.Items, i => i.Text == "Length");
        else Assert.Equal((first, kind), (completions.Items[0].Text, completions.Items[0].Kind));
    }

    [Theory]
    [InlineData("numbers.Where|", "Select")]
    [InlineData("numbers.|", "NumberOf")]
    [InlineData("numbers.|", "Empty")]
    [InlineData("new Spot(1, 2).|", "Secret")]
    [InlineData("new Spot(1, 2).|", "Origin")]
    [InlineData("new Spot(1, 2).|", "<Clone>$")]
    [InlineData("Spot.|", "Weight")]
    [InlineData("new Spot(1, 2) { |", "Sum")]
    [InlineData("new Spot(1, 2) { |", "Console")]
    [InlineData("using System.|", "return")]
    [InlineData("|", "<Initialize>")]
    [InlineData("|", "Cell1")]
    public void What_cannot_stand_there_is_not_offered(string code, string wrong) =>
        Assert.DoesNotContain(Complete(code).Items, i => i.Text == wrong);

    [Theory]
    [InlineData("// numb|")]
    [InlineData("/* numb| */")]
    [InlineData("\"numb|\"")]
    [InlineData("\"numb|")]
    [InlineData("\"\"\"\nnumb|\n\"\"\"")]
    [InlineData("'n|")]
    [InlineData("#region numb|")]
    [InlineData("12|")]
    [InlineData("nothing.Some|")]
    public void Where_nothing_can_stand_nothing_is_offered(string code) => Assert.Empty(Complete(code).Items);

    [Fact]
    public void The_word_at_the_cursor_is_what_is_replaced()
    {
        var completions = Complete("var x = numbers.Cou|nter + 1;");
        Assert.Equal((16, 23), (completions.Start, completions.End));
    }

    [Fact]
    public void Everything_is_there_only_once_and_signatures_are_shown()
    {
        var items = Complete("Console.Write|").Items;
        Assert.Equal(items.Select(i => i.Text).Distinct(), items.Select(i => i.Text));
        Assert.Equal("int NumberOf(string s)", Complete("NumberO|").Items[0].Signature);
        Assert.Equal("List<int> numbers", Complete("numbers|").Items[0].Signature);
    }

    [Fact]
    public void Paths_are_completed_in_r_and_load()
    {
        _folder.CreateSubdirectory("lib").CreateSubdirectory("deep");
        foreach (var name in new[] { "a.dll", "b.csx", "lib/c.dll", "lib/.hidden.dll" }) File.WriteAllText(
            Path.Combine(_folder.FullName, name), "");
        Assert.Equal([new Completion("a.dll", "file"), new Completion("lib/", "folder")], Complete("#r \"|\"").Items.ToArray());
        Assert.Equal([new Completion("b.csx", "file")], Complete("#load \"b|").Items.ToArray());
        var deeper = Complete("var x = 1;\n#r \"lib/|\"\nx");
        Assert.Equal([new Completion("c.dll", "file"), new Completion("deep/", "folder")], deeper.Items.ToArray());
        Assert.Equal((19, 19), (deeper.Start, deeper.End));
        Assert.Empty(Complete("#r \"nowhere/|\"").Items);
    }

    [Fact]
    public void A_place_behind_an_emoji_is_counted_in_characters()
    {
        const string Code = "\"😀\".Len";
        Assert.Equal(Code.Length, CodePosition.ToIndex(Code, 7));
        Assert.Equal(7, CodePosition.ToCharacters(Code, Code.Length));
        Assert.Equal(0, CodePosition.ToIndex(Code, -5));
        Assert.Equal(Code.Length, CodePosition.ToIndex(Code, long.MaxValue));
    }

    [Fact]
    public void No_place_in_no_code_makes_it_fail()
    {
        const string Code = "#load \"x\"\nclass A<T> { int P => x?.y[..^1]; } $\"{a:b} {{\" .. \"\"\"q\"\"\" @\"w\" 'c' /* c */ // d\nusing var z = (a, b) switch { { X: 1 } => new() { [0] = 1 }, _ => stackalloc[] { 1 } }; #if X\n y.\n#endif";
        var assistant = new SessionAssistant(_session);
        for (var i = 0; i <= Code.Length; i++)
        {
            assistant.Complete(Code, i);
            assistant.Complete(Code[..i], i);
            assistant.Inspect(Code, i);
            assistant.Inspect(Code[..i], i);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Delete(recursive: true);
    }

    private Completions Complete(string code)
    {
        var position = code.IndexOf('|', StringComparison.Ordinal);
        return new SessionAssistant(_session).Complete(code.Remove(position, 1), position);
    }

    private void Run(string code)
    {
        using var cell = new RunningCell(1, new SilentOutput());
        Assert.Null(_session.Execute(code, cell).Error);
    }
}
