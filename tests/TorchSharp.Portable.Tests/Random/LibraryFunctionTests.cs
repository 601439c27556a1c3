using System.Numerics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TorchSharp.Portable.Tests.RandomNumbers;

/// <summary>
/// The C library's functions differ in the last bit between systems, and between processors with and without fused multiply-add, so the
/// engine may not call them: the same seed would give other weights elsewhere. SimdMath and PreciseMath stand in.
/// </summary>
public sealed class LibraryFunctionTests
{
    private static readonly HashSet<string> Inexact =
    [
        "Exp", "ExpM1", "Exp2", "Exp2M1", "Exp10", "Exp10M1", "Log", "LogP1", "Log2", "Log2P1", "Log10", "Log10P1", "Pow", "Cbrt", "RootN",
        "Hypot", "Sin", "Cos", "Tan", "SinCos", "SinPi", "CosPi", "TanPi", "SinCosPi", "Asin", "Acos", "Atan", "Atan2", "AtanPi", "Sinh", "Cosh",
        "Tanh", "Asinh", "Acosh", "Atanh", "ReciprocalEstimate", "ReciprocalSqrtEstimate", "MultiplyAddEstimate",
    ];

    [Fact]
    public void The_engine_calls_no_function_whose_last_bit_is_left_open()
    {
        using var file = File.OpenRead(typeof(torch).Assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();

        // Members of other assemblies only: what the engine defines itself has no reference.
        var calls = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Select(member => (Name: metadata.GetString(member.Name), Type: TypeName(metadata, member.Parent)))
            .Where(call => Inexact.Contains(call.Name)
                && call.Type.StartsWith("System.", StringComparison.Ordinal) && call.Type != typeof(BitOperations).FullName)
            .Select(call => $"{call.Type}.{call.Name}").ToList();

        Assert.True(calls.Count == 0, $"Use SimdMath or PreciseMath instead of {string.Join(", ", calls)}.");
    }

    private static string TypeName(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var type = metadata.GetTypeReference((TypeReferenceHandle)handle);
                return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
            case HandleKind.TypeSpecification:
                var generic = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                if (generic.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return "";
                generic.ReadSignatureTypeCode(); // class or value type
                return TypeName(metadata, generic.ReadTypeHandle());
            default:
                return "";
        }
    }
}
