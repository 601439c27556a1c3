using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Server;

namespace LstmCourse.Notebooks.Tests.Jupyter.Server;

public sealed class HistoryTests
{
    private readonly History _history = new();

    public HistoryTests()
    {
        _history.Add(1, "1 + 1", "2");
        _history.Add(2, "var x = 1;", null);
        _history.Add(3, "1 + 1", "2");
        _history.Add(4, "x\n+ 1", "2");
    }

    [Theory]
    [InlineData("""{"hist_access_type": "tail", "n": 2}""", """[[1,3,"1 + 1"],[1,4,"x\n+ 1"]]""")]
    [InlineData("""{"hist_access_type": "tail", "n": 2, "output": true}""", """[[1,3,["1 + 1","2"]],[1,4,["x\n+ 1","2"]]]""")]
    [InlineData("""{"hist_access_type": "range", "session": 0, "start": 2, "stop": 3, "output": true}""", """[[1,2,["var x = 1;",null]]]""")]
    [InlineData("""{"hist_access_type": "range", "session": 7, "start": 1, "stop": 3}""", "[]")]
    [InlineData("""{"hist_access_type": "search", "pattern": "1*"}""", """[[1,1,"1 + 1"],[1,3,"1 + 1"]]""")]
    [InlineData("""{"hist_access_type": "search", "pattern": "1 ? 1", "unique": true}""", """[[1,3,"1 + 1"]]""")]
    [InlineData("""{"hist_access_type": "search", "pattern": "*1*", "n": 1}""", """[[1,4,"x\n+ 1"]]""")]
    [InlineData("""{"hist_access_type": "search", "pattern": "(+)[", "n": 1}""", "[]")]
    [InlineData("""{"hist_access_type": "tail", "n": -5}""", "[]")]
    [InlineData("{}", "[]")]
    public void It_is_found_as_the_protocol_says(string request, string expected) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(),
            _history.Reply(JsonNode.Parse(request)!.AsObject())["history"]!.ToJsonString());
}
