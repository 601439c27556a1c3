using System.Globalization;
using LstmCourse.Data;
using ReviewGenerator;

// Writes data/reviews.csv anew: dotnet run --project tools/ReviewGenerator [FILE]. The same grammar and seed give the same file.
if (args.Length > 1)
{
    Console.Error.WriteLine("expected at most one argument: the file to write. Without it: data/reviews.csv of this clone.");
    return 2;
}

var path = args is [var file] ? file : CourseData.PathOf("reviews.csv");
var reviews = GeneratedReviews.Generate();
ReviewCorpus.Save(path, reviews);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reviews.Count:N0} reviews written to {path}"));
return 0;
