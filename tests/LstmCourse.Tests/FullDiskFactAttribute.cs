namespace LstmCourse.Tests;

/// <summary>A test that writes to the device on which every disk is full; only Linux has one.</summary>
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public const string Device = "/dev/full";

    public FullDiskFactAttribute()
    {
        if (!File.Exists(Device)) Skip = $"There is no {Device} here.";
    }
}
