using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Tests.Documents;

public sealed class CellOutputJsonTests
{
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/vnd.plotly.v1+json", true)]
    [InlineData("application/javascript", false)]
    [InlineData("application/pdf", false)]
    [InlineData("text/plain", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData("text/odd+json", false)]
    public void Only_JSON_of_applications_is_kept_as_a_value(string mimeType, bool isJson)
    {
        Assert.Equal(isJson, CellOutputJson.IsJson(mimeType));

        var read = CellOutputJson.Read(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { [mimeType] = new JsonArray("a\n", "b") },
        });

        var content = Assert.IsType<DisplayOutput>(read).Data[mimeType];
        Assert.Equal(isJson ? """["a\n","b"]""" : "\"a\\nb\"", content!.ToJsonString());
    }
}
