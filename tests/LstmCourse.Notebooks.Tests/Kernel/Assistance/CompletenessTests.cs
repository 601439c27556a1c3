using LstmCourse.Notebooks.Kernel.Assistance;

namespace LstmCourse.Notebooks.Tests.Kernel.Assistance;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData("", "complete")]
    [InlineData("1 + 2", "complete")]
    [InlineData("var x = 1;", "complete")]
    [InlineData("#r \"a.dll\"", "complete")]
    [InlineData("record R(int X);", "complete")]
    [InlineData("1 +", "incomplete")]
    [InlineData("var x = new[] { 1,", "incomplete")]
    [InlineData("/* comment", "incomplete")]
    [InlineData("var s = \"\"\"\nabc", "incomplete")]
    [InlineData("if (true)", "incomplete")]
    [InlineData(") (", "invalid")]
    [InlineData("var s = \"open;", "invalid")]
    [InlineData("int 5x = 1;", "invalid")]
    public void Code_is_complete_incomplete_or_invalid(string code, string status) => Assert.Equal(status, Completeness.Of(code).Status);

    [Theory]
    [InlineData("if (true) {", "    ")]
    [InlineData("class C {\n    void F() {\n        if (x) {", "            ")]
    [InlineData("class C {\n    int x;", "    ")]
    [InlineData("F(\n", "    ")]
    public void The_next_line_is_indented(string code, string indent) => Assert.Equal(indent, Completeness.Of(code).Indent);
}
