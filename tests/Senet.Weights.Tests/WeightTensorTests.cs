using System.Buffers.Binary;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

public class WeightTensorTests
{
    [Fact]
    public void ToFloat32_EveryFloat16_EqualsTheDefinition()
    {
        byte[] data = new byte[65536 * 2];
        for (int i = 0; i < 65536; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(2 * i), (ushort)i);
        float[] values = new WeightTensor("h", TensorType.Float16, [65536], data).ToFloat32();
        for (int i = 0; i < 65536; i++)
        {
            int exponent = (i >> 10) & 31, mantissa = i & 1023;
            double magnitude = exponent switch
            {
                0 => mantissa * Math.Pow(2, -24),
                31 => mantissa == 0 ? double.PositiveInfinity : double.NaN,
                _ => (1024 + mantissa) * Math.Pow(2, exponent - 25),
            };
            Assert.Equal((float)(i < 32768 ? magnitude : -magnitude), values[i]);
        }
        Assert.Equal(0x80000000u, BitConverter.SingleToUInt32Bits(values[32768]));
    }

    [Fact]
    public void ToFloat32_EveryBFloat16_IsTheUpperHalfOfASingle()
    {
        byte[] data = new byte[65536 * 2];
        for (int i = 0; i < 65536; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(2 * i), (ushort)i);
        float[] values = new WeightTensor("b", TensorType.BFloat16, [256, 256], data).ToFloat32();
        for (int i = 0; i < 65536; i++)
            Assert.Equal((uint)i << 16, BitConverter.SingleToUInt32Bits(values[i]));
        // One value by hand: sign 1, exponent 128, mantissa 0x49 is about -pi.
        Assert.Equal(-3.140625f, values[0xC049]);
    }

    [Fact]
    public void ToFloat32_Float64_RoundsToNearestEven()
    {
        double[] source = [0.1, 1 + Math.Pow(2, -24), 1e300, double.NaN, 1e-46, double.NegativeInfinity, -0.0];
        byte[] data = new byte[source.Length * 8];
        for (int i = 0; i < source.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(8 * i), source[i]);
        Assert.Equal([0.1f, 1f, float.PositiveInfinity, float.NaN, 0f, float.NegativeInfinity, -0f],
            new WeightTensor("d", TensorType.Float64, [source.Length], data).ToFloat32());
    }

    [Fact]
    public void FromFloat32_ThenToFloat32_KeepsEveryBit()
    {
        uint[] bits = [0, 0x80000000, 1, 0x007FFFFF, 0x7F800000, 0xFF800000, 0x7FC00001, 0x3F9DF3B6];
        WeightTensor tensor = WeightTensor.FromFloat32("x", [2, 4], Array.ConvertAll(bits, BitConverter.UInt32BitsToSingle));
        Assert.Equal(bits, Array.ConvertAll(tensor.ToFloat32(), BitConverter.SingleToUInt32Bits));
        Assert.Equal([0xB6, 0xF3, 0x9D, 0x3F], tensor.Data.Span[^4..].ToArray());
        Assert.Equal(8, tensor.ElementCount);
        Assert.Equal("x F32 [2, 4]", tensor.ToString());
    }

    [Theory]
    [InlineData(TensorType.Int64, "FEFFFFFFFFFFFFFF", -2)]
    [InlineData(TensorType.Int32, "FEFFFFFF", -2)]
    [InlineData(TensorType.Int16, "FEFF", -2)]
    [InlineData(TensorType.Int8, "FE", -2)]
    [InlineData(TensorType.UInt8, "FE", 254)]
    [InlineData(TensorType.UInt16, "FEFF", 65534)]
    [InlineData(TensorType.UInt32, "FEFFFFFF", 4294967294)]
    [InlineData(TensorType.UInt64, "FEFFFFFFFFFFFF7F", long.MaxValue - 1)]
    [InlineData(TensorType.Bool, "01", 1)]
    public void ToInt64_EachIntegerType_KeepsSignAndValue(TensorType type, string hex, long expected) =>
        Assert.Equal([expected], new WeightTensor("n", type, [], Convert.FromHexString(hex)).ToInt64());

    [Fact]
    public void FromInt64_ThenToInt64_KeepsExtremes()
    {
        long[] values = [long.MinValue, -1, 0, long.MaxValue];
        Assert.Equal(values, WeightTensor.FromInt64("n", [4], values).ToInt64());
    }

    [Fact]
    public void Conversions_WrongType_NameTheTensor()
    {
        WeightTensor count = WeightTensor.FromInt64("bn1.num_batches_tracked", [], [7]);
        WeightTensor weight = WeightTensor.FromFloat32("fc.weight", [0], []);
        Assert.Equal("tensor \"bn1.num_batches_tracked\" holds I64, expected a floating-point type (F32, F16, BF16 or F64); convert it before use",
            Assert.Throws<SenetException>(count.ToFloat32).Message);
        Assert.Equal("tensor \"fc.weight\" holds F32, expected an integer type or BOOL; convert it before use",
            Assert.Throws<SenetException>(weight.ToInt64).Message);
        Assert.Throws<SenetException>(() => new WeightTensor("f8", TensorType.Float8E4M3, [1], new byte[1]).ToFloat32());
        Assert.Throws<SenetException>(() => new WeightTensor("c", TensorType.Complex64, [1], new byte[8]).ToInt64());
        SenetException large = Assert.Throws<SenetException>(() => new WeightTensor("u", TensorType.UInt64, [], Convert.FromHexString("FFFFFFFFFFFFFFFF")).ToInt64());
        Assert.Equal("tensor \"u\": 18446744073709551615 does not fit a signed 64-bit integer", large.Message);
    }

    [Fact]
    public void Constructor_DataDoesNotFillTheShape_Throws()
    {
        Assert.Contains("8 bytes given, but F32 [3] has 3 elements of 4 bytes",
            Assert.Throws<ArgumentException>(() => new WeightTensor("w", TensorType.Float32, [3], new byte[8])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new WeightTensor("w", TensorType.Float32, [2], new byte[9]));
        Assert.Throws<ArgumentException>(() => new WeightTensor("w", TensorType.Float32, [-1], new byte[4]));
        Assert.Throws<ArgumentException>(() => new WeightTensor("w", TensorType.UInt8, [1L << 62, 8], Array.Empty<byte>()));
        Assert.Throws<ArgumentException>(() => WeightTensor.FromFloat32("w", [2, 2], [1, 2, 3]));
    }

    [Fact]
    public void Constructor_CallersShapeChangesLater_TensorKeepsIts()
    {
        long[] shape = [2];
        var tensor = new WeightTensor("w", TensorType.UInt8, shape, new byte[2]);
        shape[0] = 99;
        Assert.Equal([2L], tensor.Shape);
        Assert.Equal("v", tensor.WithName("v").Name);
    }

    [Fact]
    public void TensorTypes_EveryType_ParsesItsOwnName()
    {
        foreach (TensorType type in Enum.GetValues<TensorType>())
        {
            Assert.True(TensorTypes.TryParse(type.SafetensorsName(), out TensorType parsed));
            Assert.Equal(type, parsed);
        }
        Assert.False(TensorTypes.TryParse("f32", out _));
        Assert.Equal((8, 4, 2, 1), (TensorType.Int64.SizeInBytes(), TensorType.Float32.SizeInBytes(), TensorType.BFloat16.SizeInBytes(), TensorType.Float8E8M0.SizeInBytes()));
    }
}
